using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>Such an engine goes on writing: what makes the copy good is the one instant of the freeze.</summary>
internal sealed class AtomicEngineWithoutFreezeRule : Rule
{
    public const string RuleId = "QSC3002";
    public const string RuleTitle = "Engine relies on the freeze, which is off";
    public const string RuleMessageFormat =
        "'{0}' is consistent only if all its devices are frozen at one instant (method {1}); FsFreezeEnabled is false, and the copy may be silently corrupt";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host.FsFreezeEnabled == false && profile.Engines.FirstOrDefault(engine => engine is { Proof: ProofKind.Atomic, MethodName: not null }) is { } engine)
            yield return Violated(SettingPath.OfProfile(nameof(HostSettings.FsFreezeEnabled)), nearest: true, engine.Name ?? "", engine.MethodName!);
    }
}
