namespace Quiesce;

/// <summary>The cluster that a MySQL server is a member of.</summary>
#if QUIESCE_CONTRACT
internal
#else
public
#endif
enum MySqlCluster
{
    /// <summary>None. A server that turns out to be a member of a Galera cluster is refused: holding it would stall every other member's writers.</summary>
    None = 0,

    /// <summary>A Galera cluster, as Percona XtraDB Cluster is one. (Source: Percona XtraDB Cluster documentation, <c>wsrep_on</c>, <c>wsrep_desync</c>.)</summary>
    Galera = 1,
}
