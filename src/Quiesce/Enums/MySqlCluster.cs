namespace Quiesce;

/// <summary>The cluster that a MySQL server is a member of.</summary>
#if QUIESCE_CONTRACT
internal
#else
public
#endif
enum MySqlCluster
{
    /// <summary>
    /// None, or group replication, which is found by asking the server. A server that turns out to be a member of a Galera cluster is refused: holding it would stall every other member's
    /// writers. So is a member of a replication group that a freeze of <c>FreezeLimitInSeconds</c> would outlast: it is given up after 5 s and <c>group_replication_member_expel_timeout</c>.
    /// </summary>
    None = 0,

    /// <summary>A Galera cluster, as Percona XtraDB Cluster is one. (Source: Percona XtraDB Cluster documentation, <c>wsrep_on</c>, <c>wsrep_desync</c>.)</summary>
    Galera = 1,
}
