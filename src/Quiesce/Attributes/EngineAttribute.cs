using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>What every engine of a profile has: a name, and the mounts that carry its files.</summary>
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public abstract class EngineAttribute : Attribute
{
    private protected EngineAttribute(string name) => Name = name;

    /// <summary>The engine's name in logs and records, unique in its profile: <c>a</c>–<c>z</c>, <c>0</c>–<c>9</c>, <c>-</c> and <c>_</c>, at most 64 characters.</summary>
    public string Name { get; }

    /// <summary>
    /// The mount points that carry the engine's files (data, logs, tablespaces): absolute paths, frozen for the snapshot. Default none: then the profile's own
    /// <see cref="ConsistencyProfileAttribute.Mounts"/>, or the caller, names what is frozen.
    /// </summary>
    public string[]? Mounts { get; set; }
}
