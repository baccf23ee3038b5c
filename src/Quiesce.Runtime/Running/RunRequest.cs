using System.Collections.Generic;

namespace Quiesce.Runtime.Running;

/// <summary>What a caller wants to be run. Either a profile's folder or a configuration file is named.</summary>
internal sealed record RunRequest
{
    /// <summary>The folder that the build wrote: its scripts are run in place.</summary>
    public string? ProfileFolder { get; init; }

    /// <summary>A host's JSON: the scripts are where it says.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Mounts to freeze beside those the profile names.</summary>
    public IReadOnlyList<string> Mounts { get; init; } = [];

    /// <summary>Freezes what Azure would.</summary>
    public bool AllMounts { get; init; }

    /// <summary>What takes the snapshot, as a line of shell.</summary>
    public required string SnapshotCommand { get; init; }
}
