using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>The name becomes a folder on the build machine, and two on the virtual machine.</summary>
internal sealed class ProfileNameUnusableRule : Rule
{
    public const string RuleId = "QSC1011";
    public const string RuleTitle = "Profile name cannot name a folder";
    public const string RuleMessageFormat = "The profile name '{0}' must consist of a–z, 0–9, '-' and '_', start with a letter or digit and have at most {1} characters";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Name is { } name && !NameText.IsUsable(name))
            yield return Violated(SettingPath.OfProfile(nameof(ProfileSpec.Name)), NameText.Nearest(name), name, Limits.MaxNameLength);
    }
}
