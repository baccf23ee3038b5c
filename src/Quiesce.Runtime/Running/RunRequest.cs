using System;
using System.Collections.Generic;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Runtime.Running;

/// <summary>What a caller wants to be run: a profile's folder, a configuration file, or – where neither is named – all the plugins of a host.</summary>
internal sealed record RunRequest
{
    /// <summary>The folder that the build wrote: its scripts are run in place.</summary>
    public string? ProfileFolder { get; init; }

    /// <summary>A host's JSON: the scripts are where it says.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Where the host's files are, when neither of the above is named.</summary>
    public HostPlaces Host { get; init; } = HostPlaces.ThisMachine;

    /// <summary>Mounts to freeze beside those the profile names.</summary>
    public IReadOnlyList<string> Mounts { get; init; } = [];

    /// <summary>Freezes what Azure would, without what the host is told to leave out.</summary>
    public bool AllMounts { get; init; }

    /// <summary>What takes the snapshot.</summary>
    public required ISnapshotProvider Snapshot { get; init; }

    /// <summary>Told how far a long copy has got; called while file systems are frozen.</summary>
    public IProgress<SnapshotProgress>? Progress { get; init; }
}
