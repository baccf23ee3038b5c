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

    /// <summary>
    /// <c>pg_backup_start</c> … <c>pg_backup_stop</c>, held in one session. For copies that are not of one instant: freezing off, or devices that cannot be frozen together. Writers never stand
    /// still. Needs <see cref="PostgreSqlAttribute.LabelDirectory"/>, <see cref="PostgreSqlAttribute.RestoreCommand"/> and a primary whose WAL is archived, which the pre script makes the
    /// server show: without the label or the archived WAL the copy cannot be restored. PostgreSQL 10 or later. (Source: PostgreSQL documentation, 25.3.3 Making a Base Backup Using the Low
    /// Level API.)
    /// </summary>
    BackupMode = 1,
}
