using System.Collections.Generic;

namespace Quiesce.Runtime.Snapshots;

/// <summary>What a provider made, and what it has to say.</summary>
public sealed record SnapshotResult
{
    /// <summary>What exists now and did not exist before; empty where the provider cannot know, as of somebody's command.</summary>
    public IReadOnlyList<SnapshotPart> Parts { get; init; } = [];

    /// <summary>Of a command: its exit status; <see langword="null"/> of everything else, and of what never ended.</summary>
    public int? ExitStatus { get; init; }

    /// <summary>Of a command: the beginning and the end of what it printed, at most 32 KiB.</summary>
    public string Output { get; init; } = "";

    /// <summary>Of a command: the beginning and the end of what it complained about, at most 32 KiB.</summary>
    public string Error { get; init; } = "";
}

/// <summary>One thing that a snapshot consists of.</summary>
/// <param name="Id">The name by which the maker knows it: an LVM or btrfs UUID, a data set's GUID, a file's device and inode.</param>
/// <param name="Path">Where it is found.</param>
/// <param name="SizeInBytes">The size of what it shows, not what it occupies; <see langword="null"/> where there is no such figure.</param>
/// <param name="Note">How it was made, or what to know before relying on it; empty when there is nothing to say.</param>
public sealed record SnapshotPart(string Id, string Path, long? SizeInBytes, string Note = "");
