namespace Quiesce;

/// <summary>The manager that watches over a PostgreSQL cluster and fails over.</summary>
#if QUIESCE_CONTRACT
internal
#else
public
#endif
enum PostgreSqlCluster
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Patroni. (Source: Patroni documentation, <c>ttl</c> and Pause/Resume mode.)</summary>
    Patroni = 1,
}
