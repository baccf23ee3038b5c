namespace Quiesce;

/// <summary>The cluster that a MariaDB server is a member of.</summary>
#if QUIESCE_CONTRACT
internal
#else
public
#endif
enum MariaDbCluster
{
    /// <summary>None. A server that turns out to be a member of a Galera cluster is refused: holding it would stall every other member's writers.</summary>
    None = 0,

    /// <summary>A Galera cluster. (Source: MariaDB documentation, Galera Cluster; <c>wsrep_on</c>, <c>wsrep_desync</c>.)</summary>
    Galera = 1,
}
