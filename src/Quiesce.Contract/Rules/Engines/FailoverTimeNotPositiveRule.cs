using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A manager that gives a node up at once manages nothing.</summary>
internal sealed class FailoverTimeNotPositiveRule : Rule
{
    public const string RuleId = "QSC3011";
    public const string RuleTitle = "Failover time is not positive";
    public const string RuleMessageFormat = "FailoverAfterInSeconds of '{0}' is {1}; leave it out for a server without a cluster manager";

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
            if (profile.Engines[index] is DatabaseServerSpec { FailoverAfterInSeconds: < 1 and { } failover } server)
                yield return Violated(SettingPath.OfEngine(index, nameof(DatabaseServerSpec.FailoverAfterInSeconds)), nearest: null, server.Name ?? "", failover);
        }
    }
}
