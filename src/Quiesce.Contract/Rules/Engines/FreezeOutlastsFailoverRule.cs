using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>To its cluster a frozen node is a dead one.</summary>
internal sealed class FreezeOutlastsFailoverRule : Rule
{
    public const string RuleId = "QSC3010";
    public const string RuleTitle = "Freeze can outlast the cluster manager's patience";
    public const string RuleMessageFormat =
        "FreezeLimitInSeconds is {0}, but the cluster manager of '{1}' gives a silent node up after {2} s and fails over in the middle of the snapshot";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Warning;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Run.FreezeLimitInSeconds is not { } freeze || profile.Host.FsFreezeEnabled != true)
            yield break;

        foreach (var server in profile.Engines.OfType<DatabaseServerSpec>())
        {
            if (PatienceWith(server) is >= Limits.MinFreezeLimitInSeconds and { } failover && freeze >= failover)
                yield return Violated(SettingPath.OfProfile(nameof(RunSettings.FreezeLimitInSeconds)), NearestBelow(failover), freeze, server.Name ?? "", failover);
        }
    }

    /// <summary>What is declared, else what the manager does unless it was told otherwise; <see langword="null"/> where nobody watches. A manager that is paused for the run fails over to nobody.</summary>
    private static int? PatienceWith(DatabaseServerSpec server) => server switch
    {
        ClusteredServerSpec { PauseCluster: true } => null,
        { FailoverAfterInSeconds: { } declared } => declared,
        PostgreSqlSpec { Cluster: PostgreSqlCluster.Patroni } => Limits.DefaultPatroniPatienceInSeconds,
        MariaDbSpec { Cluster: MariaDbCluster.Galera } or MySqlSpec { Cluster: MySqlCluster.Galera } => Limits.DefaultGaleraPatienceInSeconds,
        _ => null,
    };

    private static object? NearestBelow(int failover) => failover > Limits.MinFreezeLimitInSeconds ? failover - 1 : null;
}
