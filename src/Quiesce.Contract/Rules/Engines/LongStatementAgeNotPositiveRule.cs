using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>From 0 s on every statement is long, and would be ended.</summary>
internal sealed class LongStatementAgeNotPositiveRule : Rule
{
    public const string RuleId = "QSC3018";
    public const string RuleTitle = "Age of a long statement is not positive";
    public const string RuleMessageFormat = "LongStatementInSeconds of '{0}' is {1}; at least {2} s, or every statement would be long";

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
            if (AgeOf(profile.Engines[index]) is < Limits.MinLongStatementInSeconds and { } age)
            {
                yield return Violated(
                    SettingPath.OfEngine(index, nameof(MariaDbSpec.LongStatementInSeconds)), Limits.MinLongStatementInSeconds, profile.Engines[index].Name ?? "", age, Limits.MinLongStatementInSeconds);
            }
        }
    }

    private static int? AgeOf(EngineSpec engine) => engine switch
    {
        MariaDbSpec mariaDb => mariaDb.LongStatementInSeconds,
        MySqlSpec mySql => mySql.LongStatementInSeconds,
        _ => null,
    };
}
