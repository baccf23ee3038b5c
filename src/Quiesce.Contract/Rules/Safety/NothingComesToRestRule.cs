using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>Scripts that do nothing turn every backup into a false promise.</summary>
internal sealed class NothingComesToRestRule : Rule
{
    public const string RuleId = "QSC4003";
    public const string RuleTitle = "Profile has neither an engine nor a step";
    public const string RuleMessageFormat =
        "The profile '{0}' brings nothing to rest: its scripts succeed, and the backup is called application-consistent without any application having been asked";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Safety;
    public override RuleSeverity Severity => RuleSeverity.Warning;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile is { Engines.Count: 0, Steps.Count: 0 })
            yield return Violated(SettingPath.OfProfile(""), nearest: null, profile.Name ?? "");
    }
}
