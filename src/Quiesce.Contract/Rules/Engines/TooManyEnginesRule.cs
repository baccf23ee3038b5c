using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>Every engine's session takes one of a shell's descriptors, from the pre script's first word to it to the post script's last.</summary>
internal sealed class TooManyEnginesRule : Rule
{
    public const string RuleId = "QSC3012";
    public const string RuleTitle = "Profile has more engines than a shell can hold";
    public const string RuleMessageFormat = "A profile may have at most {0} engines: each takes one of the few descriptors of a POSIX shell; stop the rest in steps";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Engines.Count > Limits.MaxEngines)
            yield return Violated(SettingPath.OfEngine(Limits.MaxEngines, nameof(EngineSpec.Name)), nearest: null, Limits.MaxEngines);
    }
}
