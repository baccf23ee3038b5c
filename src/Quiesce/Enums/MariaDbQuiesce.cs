namespace Quiesce;

/// <summary>How a MariaDB server is brought to rest.</summary>
#if QUIESCE_CONTRACT
internal
#else
public
#endif
enum MariaDbQuiesce
{
    /// <summary>
    /// <c>BACKUP STAGE START … BLOCK_COMMIT</c>, held in one session. Commits and writes to Aria tables stand still; uncommitted work and reads go on.
    /// Needs MariaDB 10.4.1. (Source: MariaDB documentation, BACKUP STAGE.)
    /// </summary>
    BackupStage = 0,

    /// <summary>
    /// <c>FLUSH TABLES WITH READ LOCK</c>, held in one session. Waits for running statements, and makes every other write wait behind it; works on every version.
    /// (Source: MariaDB documentation, FLUSH.)
    /// </summary>
    ReadLock = 1,
}
