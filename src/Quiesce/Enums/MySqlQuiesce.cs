namespace Quiesce;

/// <summary>How a MySQL server is brought to rest.</summary>
#if QUIESCE_CONTRACT
internal
#else
public
#endif
enum MySqlQuiesce
{
    /// <summary>
    /// <c>FLUSH TABLES WITH READ LOCK</c>, held in one session: every write stands still and the binary log position is exact.
    /// (Source: MySQL 8.4 manual, FLUSH.)
    /// </summary>
    ReadLock = 0,

    /// <summary>
    /// <c>LOCK INSTANCE FOR BACKUP</c>, held in one session: DDL is blocked, writes go on. For InnoDB data only, recovered from its own log; binary log coordinates are read from
    /// <c>performance_schema.log_status</c>. (Source: MySQL 8.4 manual, LOCK INSTANCE FOR BACKUP.)
    /// </summary>
    InstanceLock = 1,
}
