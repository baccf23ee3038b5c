using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>A MongoDB server on this machine, asked through <c>mongosh</c>. Not verified on a real server: logs and records say so. A sharded cluster's router is refused.</summary>
/// <param name="name">The engine's name in logs and records.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public sealed class MongoDbAttribute(string name) : DatabaseServerAttribute(name)
{
    /// <summary>How the server is brought to rest. Default <see cref="MongoDbQuiesce.Journal"/>.</summary>
    public MongoDbQuiesce Method { get; set; }

    /// <summary>
    /// How long <see cref="MongoDbQuiesce.FsyncLock"/> may be waited for, in seconds, while other writers may already queue behind it. At least 1 and below the lease; default 10.
    /// (Source: the commands' option <c>maxTimeMS</c>.)
    /// </summary>
    public int LockWaitInSeconds { get; set; }

    /// <summary>Absolute path of a file, readable by its owner only, whose first line is the user's password in the database <c>admin</c>. Default none: then nobody logs in.</summary>
    public string? PasswordFile { get; set; }
}
