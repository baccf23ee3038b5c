using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A failover changes which machine a backup should be of; a profile is written before, and must say what it means.</summary>
internal sealed class ClusterRoleUndecidedRule : Rule
{
    public const string RuleId = "QSC3019";
    public const string RuleTitle = "Member of a cluster without a role policy";
    public const string RuleMessageFormat = "'{0}' belongs to a cluster ({1}), and nothing says what happens when its role changes: set Role, or PauseCluster";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Warning;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        for (var index = 0; index < profile.Engines.Count; index++)
        {
            if (profile.Engines[index] is ClusteredServerSpec { Role: RolePolicy.Any, PauseCluster: false, IsInCluster: true, ClusterName: { } cluster } server)
                yield return Violated(SettingPath.OfEngine(index, nameof(MariaDbSpec.Cluster)), nearest: null, server.Name ?? "", cluster);
        }
    }
}
