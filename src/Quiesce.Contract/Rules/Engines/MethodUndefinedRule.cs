using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A cast can put any number into an enum; no script exists for it.</summary>
internal sealed class MethodUndefinedRule : Rule
{
    public const string RuleId = "QSC3009";
    public const string RuleTitle = "Method is not one of the engine's";
    public const string RuleMessageFormat = "Method of '{0}' is a number that no method of the engine has";

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
            if (profile.Engines[index] is MariaDbSpec { Method: not null, MethodName: null } or MySqlSpec { Method: not null, MethodName: null } or PostgreSqlSpec { Method: not null, MethodName: null }
                or MongoDbSpec { Method: not null, MethodName: null })
                yield return Violated(SettingPath.OfEngine(index, nameof(MariaDbSpec.Method)), nearest: null, profile.Engines[index].Name ?? "");
        }
    }
}
