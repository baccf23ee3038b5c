namespace Quiesce;

/// <summary>How a PostgreSQL cluster is brought to rest.</summary>
#if QUIESCE_CONTRACT
internal
#else
public
#endif
enum PostgreSqlQuiesce
{
    /// <summary>
    /// <c>CHECKPOINT</c>, then the freeze. For clusters whose data, WAL and tablespaces are frozen together: the copy recovers as after a power cut and loses nothing that was durable.
    /// Writers stand still only while the file systems are frozen. (Source: PostgreSQL documentation, 25.2 File System Level Backup.)
    /// </summary>
    Checkpoint = 0,
}
