using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A cluster that is not named cannot be paused; the author believes that it is.</summary>
internal sealed class PauseWithoutClusterRule : Rule
{
    public const string RuleId = "QSC3017";
    public const string RuleTitle = "PauseCluster without a cluster";
    public const string RuleMessageFormat = "PauseCluster of '{0}' is set, and Cluster names none: nothing would be paused";

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
            if (profile.Engines[index] is ClusteredServerSpec { PauseCluster: true, ClusterName: "none" } server)
                yield return Violated(SettingPath.OfEngine(index, nameof(server.PauseCluster)), nearest: null, server.Name ?? "");
        }
    }
}
