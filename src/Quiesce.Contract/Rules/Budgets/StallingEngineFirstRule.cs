using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>Whoever is stopped first stands still longest.</summary>
internal sealed class StallingEngineFirstRule : Rule
{
    public const string RuleId = "QSC2007";
    public const string RuleTitle = "Engine that stalls writers comes to rest before one that does not";
    public const string RuleMessageFormat = "'{0}' stalls its writers while '{1}', which does not, is still being brought to rest; put it after";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Budgets;
    public override RuleSeverity Severity => RuleSeverity.Info;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        for (var index = 0; index < profile.Engines.Count; index++)
        {
            if (profile.Engines[index].StallsWriters && profile.Engines.Skip(index + 1).FirstOrDefault(later => !later.StallsWriters) is { } later)
                yield return Violated(SettingPath.OfEngine(index), nearest: null, profile.Engines[index].Name ?? "", later.Name ?? "");
        }
    }
}
