using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>The instance lock blocks DDL alone: what is committed between the reading of the coordinates and the freeze is in the copy and behind them.</summary>
internal sealed class CoordinatesNotExactRule : Rule
{
    public const string RuleId = "QSC3003";
    public const string RuleTitle = "Instance lock cannot give exact coordinates";
    public const string RuleMessageFormat = "'{0}' is to record the binary log coordinates of the copy, and with method {1} writes go on after they are read; use MySqlQuiesce.ReadLock";

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
            if (profile.Engines[index] is MySqlSpec { Method: MySqlQuiesce.InstanceLock, ExactCoordinates: true } mySql)
                yield return Violated(SettingPath.OfEngine(index, nameof(MySqlSpec.Method)), nearest: null, mySql.Name ?? "", mySql.MethodName!);
        }
    }
}
