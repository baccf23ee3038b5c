using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>Engines and steps run in the order of the source, and several declarations have no order among each other.</summary>
internal sealed class ProfileScatteredRule : Rule
{
    public const string RuleId = "QSC6006";
    public const string RuleTitle = "Profile is spread over several declarations";
    public const string RuleMessageFormat = "This part of the profile '{0}' stands in another declaration of the class than [ConsistencyProfile]; their order would not be defined";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Authoring;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Declaration;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Declaration is not { } declaration)
            yield break;

        foreach (var engine in declaration.ScatteredEngines)
            yield return Violated(SettingPath.OfEngine(engine), nearest: null, profile.TypeName);
        foreach (var step in declaration.ScatteredSteps)
            yield return Violated(SettingPath.OfStep(step), nearest: null, profile.TypeName);
    }
}
