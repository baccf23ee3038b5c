using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>
/// A Redis server on this machine. The pre script has it save its data set and keeps it from rewriting its append-only file until the release; writers stand still only while the file
/// systems are frozen. (Source: Redis documentation, Persistence, "Backing up Redis data".)
/// </summary>
/// <param name="name">The engine's name in logs and records.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public sealed class RedisAttribute(string name) : DatabaseServerAttribute(name)
{
    /// <summary>Absolute path of the server's Unix socket. Default none: then 127.0.0.1 and <see cref="DatabaseServerAttribute.Port"/>.</summary>
    public string? Socket { get; set; }

    /// <summary>Absolute path of a file, readable by its owner only, whose first line is the password. Default none: then the server asks for none.</summary>
    public string? PasswordFile { get; set; }
}
