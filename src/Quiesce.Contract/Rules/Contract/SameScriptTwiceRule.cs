using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>One file cannot be both scripts: it would take the lock again instead of letting it go.</summary>
internal sealed class SameScriptTwiceRule : Rule
{
    public const string RuleId = "QSC1009";
    public const string RuleTitle = "Pre and post script are the same file";
    public const string RuleMessageFormat = "PostScriptLocation is '{0}', which is also PreScriptLocation; the one file would overwrite the other";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.HostSettings;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host is { PreScriptLocation: { } pre, PostScriptLocation: { } post } && pre == post)
            yield return Violated(SettingPath.OfProfile(nameof(HostSettings.PostScriptLocation)), nearest: null, post);
    }
}
