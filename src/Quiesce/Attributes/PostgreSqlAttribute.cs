using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>A PostgreSQL cluster on this machine.</summary>
/// <param name="name">The engine's name in logs and records.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public sealed class PostgreSqlAttribute(string name) : ReplicatedServerAttribute(name)
{
    /// <summary>How the cluster is brought to rest. Default <see cref="PostgreSqlQuiesce.Checkpoint"/>.</summary>
    public PostgreSqlQuiesce Method { get; set; }

    /// <summary>Absolute path of the folder of the server's Unix socket. Default the client's own, <c>/var/run/postgresql</c> on Debian.</summary>
    public string? SocketDirectory { get; set; }

    /// <summary>The database to connect to. Default <c>postgres</c>.</summary>
    public string? Database { get; set; }

    /// <summary>Absolute path of a password file with mode 0600, passed as <c>PGPASSFILE</c>. Default none: then libpq reads <c>~/.pgpass</c> of the operating system's user.</summary>
    public string? PassFile { get; set; }

    /// <summary>The manager that watches over the cluster. Default none.</summary>
    public PostgreSqlCluster Cluster { get; set; }

    /// <summary>
    /// Whether the manager is paused for the run and resumed after it. Default false: then the pre script refuses where the freeze limit is not below the manager's patience
    /// (<see cref="DatabaseServerAttribute.FailoverAfterInSeconds"/>, or what the manager itself says). Only with <see cref="Cluster"/>.
    /// </summary>
    public bool PauseCluster { get; set; }
}
