using System.Diagnostics;

namespace Quiesce;

/// <summary>
/// How a database server on this machine is reached, and in which role it is brought to rest. There is no place for a password: credentials come from the engine's own files, or from the operating system's user.
/// </summary>
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public abstract class DatabaseServerAttribute : EngineAttribute
{
    private protected DatabaseServerAttribute(string name)
        : base(name)
    {
    }

    /// <summary>The server's TCP port on 127.0.0.1. Range 1 to 65535; default the engine's own. A socket, where one is named, is preferred by the client.</summary>
    public int Port { get; set; }

    /// <summary>The database user to log in as. Default the client's own rule: its files, else the operating system's user.</summary>
    public string? User { get; set; }

    /// <summary>The operating system's user under which the client runs, for authentication by peer. Default root; for PostgreSQL <c>postgres</c>.</summary>
    public string? OsUser { get; set; }

    /// <summary>Absolute path of the client program. Default: found on the machine when the script runs.</summary>
    public string? Client { get; set; }

    /// <summary>
    /// In which role the server is brought to rest; in another one the whole run is skipped, which is an outcome of its own. Default <see cref="RolePolicy.Any"/>. (Source: what the server says
    /// of itself when the script runs.)
    /// </summary>
    public RolePolicy Role { get; set; }

    /// <summary>
    /// For a server under a cluster manager (Patroni, Galera, Pacemaker): after how many seconds of silence the manager gives the node up. At least 1; default none, which is a server that no
    /// manager watches. A freeze as long as that fails over in the middle of the snapshot. (Source: the manager's own setting, such as Patroni's <c>ttl</c>, 30 unless changed.)
    /// </summary>
    public int FailoverAfterInSeconds { get; set; }
}
