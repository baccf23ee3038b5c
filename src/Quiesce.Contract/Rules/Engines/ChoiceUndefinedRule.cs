using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A cast can put any number into an enum; no script knows what is meant.</summary>
internal sealed class ChoiceUndefinedRule : Rule
{
    public const string RuleId = "QSC3016";
    public const string RuleTitle = "Choice is not one of those there are";
    public const string RuleMessageFormat = "{0} of '{1}' is a number that no choice has";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        for (var index = 0; index < profile.Engines.Count; index++)
        {
            foreach (var (setting, name) in ChoicesOf(profile.Engines[index]))
            {
                if (name == "")
                    yield return Violated(SettingPath.OfEngine(index, setting), nearest: null, setting, profile.Engines[index].Name ?? "");
            }
        }
    }

    private static IEnumerable<(string Setting, string? Name)> ChoicesOf(EngineSpec engine)
    {
        if (engine is DatabaseServerSpec server)
            yield return (nameof(server.Role), server.RoleName);
        if (engine is ClusteredServerSpec clustered)
            yield return (nameof(MariaDbSpec.Cluster), clustered.ClusterName);
        if (engine is MariaDbSpec mariaDb)
            yield return (nameof(mariaDb.LongStatements), mariaDb.LongStatements.Name());
        if (engine is MySqlSpec mySql)
            yield return (nameof(mySql.LongStatements), mySql.LongStatements.Name());
    }
}
