using System.Collections.Generic;

namespace Quiesce.Runtime.Freezing.Mounts;

/// <summary>Which file systems implement freezing, and which of them need not be frozen.</summary>
internal static class FreezableFileSystems
{
    private static readonly HashSet<string> s_supported = ["ext3", "ext4", "xfs", "btrfs", "f2fs", "jfs", "reiserfs"];

    /// <summary>What Azure's own agent freezes; <c>--all-mounts</c> means the same.</summary>
    private static readonly HashSet<string> s_frozenByAzure = ["ext3", "ext4", "xfs", "btrfs"];

    public static bool Supports(string type) => s_supported.Contains(type);

    public static bool AzureFreezes(string type) => s_frozenByAzure.Contains(type);

    /// <summary>A snapshot of a frozen btrfs blocks for ever, and its snapshots are atomic without a freeze.</summary>
    public static bool SnapshotsItself(string type) => type == "btrfs";
}
