using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>A PostgreSQL cluster on this machine.</summary>
/// <param name="name">The engine's name in logs and records.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public sealed class PostgreSqlAttribute(string name) : DatabaseServerAttribute(name)
{
    /// <summary>How the cluster is brought to rest. Default <see cref="PostgreSqlQuiesce.Checkpoint"/>.</summary>
    public PostgreSqlQuiesce Method { get; set; }

    /// <summary>Absolute path of the folder of the server's Unix socket. Default the client's own, <c>/var/run/postgresql</c> on Debian.</summary>
    public string? SocketDirectory { get; set; }

    /// <summary>The database to connect to. Default <c>postgres</c>.</summary>
    public string? Database { get; set; }

    /// <summary>Absolute path of a password file with mode 0600, passed as <c>PGPASSFILE</c>. Default none: then libpq reads <c>~/.pgpass</c> of the operating system's user.</summary>
    public string? PassFile { get; set; }

    /// <summary>
    /// For <see cref="PostgreSqlQuiesce.BackupMode"/>, and needed there: absolute path of an existing folder on storage that the snapshot does not contain, such as a mount of a file server. Each
    /// run leaves a folder <c>profile-engine-run</c> in it, mode 0700, owned by <see cref="DatabaseServerAttribute.OsUser"/>, with <c>backup_label</c>, <c>tablespace_map</c> where the cluster has
    /// tablespaces, and <c>restore.conf</c>, which says how they are used. Nobody removes them: they are as old as the copies that need them. Default none. The pre script refuses a folder on a device
    /// that is copied. (Source: PostgreSQL documentation, 25.3.3.)
    /// </summary>
    public string? LabelDirectory { get; set; }

    /// <summary>
    /// For <see cref="PostgreSqlQuiesce.BackupMode"/>, and needed there: the <c>restore_command</c> by which a restore fetches archived WAL, such as <c>cp /mnt/wal/%f %p</c>. It is written beside
    /// the label, so that what is kept suffices for the restore. Default none. That the cluster archives is not believed: the pre script finishes a WAL segment and waits until it has arrived.
    /// (Source: PostgreSQL documentation, 20.5.5 Archive Recovery.)
    /// </summary>
    public string? RestoreCommand { get; set; }

    /// <summary>The manager that watches over the cluster. Default none.</summary>
    public PostgreSqlCluster Cluster { get; set; }

    /// <summary>Absolute path of the configuration file for <c>patronictl</c>, passed as <c>-c</c>. Default none: then <c>patronictl</c> reads its own. Only with <see cref="PostgreSqlCluster.Patroni"/>.</summary>
    public string? PatroniConfig { get; set; }

    /// <summary>
    /// Whether the manager is paused for the run and resumed after it. Default false: then the pre script refuses where the freeze limit is not below the manager's patience
    /// (<see cref="DatabaseServerAttribute.FailoverAfterInSeconds"/>, or what the manager itself says). Only with <see cref="Cluster"/>.
    /// </summary>
    public bool PauseCluster { get; set; }
}
