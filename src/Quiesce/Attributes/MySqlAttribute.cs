using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>A MySQL server on this machine: one session takes the lock, holds it over the snapshot and gives it back.</summary>
/// <param name="name">The engine's name in logs and records.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public sealed class MySqlAttribute(string name) : DatabaseServerAttribute(name)
{
    /// <summary>How the server is brought to rest. Default <see cref="MySqlQuiesce.ReadLock"/>.</summary>
    public MySqlQuiesce Method { get; set; }

    /// <summary>
    /// Whether the binary log coordinates in the run's record must be exactly those of the copy, as setting up a replica from it wants. Default false. Only
    /// <see cref="MySqlQuiesce.ReadLock"/> can promise that.
    /// </summary>
    public bool ExactCoordinates { get; set; }

    /// <summary>
    /// How long the lock may be waited for, in seconds, while other writers may already queue behind it. At least 1 and below the lease; default 10.
    /// (Source: the server's session variable <c>lock_wait_timeout</c>.)
    /// </summary>
    public int LockWaitInSeconds { get; set; }

    /// <summary>What becomes of statements that have long been running when the lock is asked for. Default <see cref="LongStatementPolicy.Wait"/>.</summary>
    public LongStatementPolicy LongStatements { get; set; }

    /// <summary>
    /// From how many seconds on a statement is long, where <see cref="LongStatements"/> is not <see cref="LongStatementPolicy.Wait"/>. At least 1; default 5.
    /// (Source: the column TIME of the server's process list.)
    /// </summary>
    public int LongStatementInSeconds { get; set; }

    /// <summary>Absolute path of the server's Unix socket. Default the client's own.</summary>
    public string? Socket { get; set; }

    /// <summary>
    /// Absolute path of an option file with the credentials, readable by its owner only; passed as <c>--defaults-extra-file</c>. Default none: then the client reads its usual files.
    /// </summary>
    public string? DefaultsFile { get; set; }

    /// <summary>The cluster that the server is a member of. Default none; a member of an undeclared cluster is refused.</summary>
    public MySqlCluster Cluster { get; set; }

    /// <summary>
    /// Whether the member steps back from its cluster for the hold: <c>wsrep_desync</c> is turned on before the lock and is afterwards what it was, also when the lease ran out or a script was
    /// killed. Then the other members do not wait for this one. Default false: then the pre script refuses where the freeze limit is not below the time after which the cluster gives a silent
    /// member up (<c>evs.suspect_timeout</c>, 5 s unless changed). Only with <see cref="Cluster"/>.
    /// </summary>
    public bool PauseCluster { get; set; }
}
