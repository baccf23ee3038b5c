using System;
using System.Collections.Generic;

namespace Quiesce.Runtime.Snapshots;

/// <summary>The run that a snapshot belongs to.</summary>
public sealed record SnapshotContext
{
    /// <summary>32 hexadecimal digits, the same in the report, in the scripts' environment and in names that providers make up.</summary>
    public required string RunId { get; init; }

    /// <summary>The profile's name; empty for a configuration that no profile was compiled into.</summary>
    public string Profile { get; init; } = "";

    /// <summary>The mount points that will be frozen, except those that the snapshot covers by itself. Empty with freezing off.</summary>
    public IReadOnlyList<string> Mounts { get; init; } = [];

    /// <summary>Told how far a long copy has got; <see langword="null"/> when nobody wants to know. Called while file systems are frozen, so it must not write to one of them.</summary>
    public IProgress<SnapshotProgress>? Progress { get; init; }
}
