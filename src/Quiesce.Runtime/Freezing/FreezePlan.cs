using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Runtime.Freezing;

/// <summary>
/// What will be frozen, in the order of freezing: each super block once, whatever stands on a file of another one before that other. The other way round the
/// inner FIFREEZE would wait, uninterruptibly, for the write-back that the outer freeze holds up.
/// </summary>
internal sealed class FreezePlan
{
    private FreezePlan(IReadOnlyList<MountEntry> mounts) => Mounts = mounts;

    public IReadOnlyList<MountEntry> Mounts { get; }

    public static FreezePlan For(IEnumerable<string> mountPoints, MountTable table, BlockDevices devices)
    {
        MountEntry[] mounts = mountPoints.Select(path => Find(path, table)).DistinctBy(mount => mount.Device).ToArray();
        foreach (MountEntry mount in mounts)
            RefuseUnsupported(mount);

        var standing = new Standing(table, devices);
        return new FreezePlan(mounts
            .OrderByDescending(standing.HeightOf)
            .ThenByDescending(mount => mount.MountPoint.Count(character => character == '/'))
            .ThenByDescending(mount => mount.MountPoint, StringComparer.Ordinal)
            .ToArray());
    }

    private static MountEntry Find(string path, MountTable table) => table.At(path) ?? throw new FreezeException(
        FreezeFault.OpenFailed,
        // A folder's own file system could be the root: freezing that for a misspelt path would stop the machine.
        table.Holding(path) is { } holder && path.StartsWith('/')
            ? $"'{path}' is not a mount point; it would lie on '{holder.MountPoint}'. Name the mount point itself."
            : $"'{path}' is not a mount point. Name one by its absolute path.");

    private static void RefuseUnsupported(MountEntry mount)
    {
        if (!FreezableFileSystems.Supports(mount.FileSystemType))
            throw new FreezeException(FreezeFault.Failed, $"'{mount.MountPoint}' is {mount.FileSystemType}, which cannot be frozen. Leave it out of the mounts.");
        if (FreezableFileSystems.SnapshotsItself(mount.FileSystemType))
        {
            throw new FreezeException(
                FreezeFault.Failed,
                $"'{mount.MountPoint}' is {mount.FileSystemType}: its snapshots are atomic by themselves and block for ever while it is frozen. "
                + $"Leave it out of the mounts, or let '--snapshot {SnapshotSyntax.Btrfs}' cover it.");
        }
    }

    /// <summary>How many file systems lie below one, each on a file of the next: 0 for one on a real disk.</summary>
    private sealed class Standing(MountTable table, BlockDevices devices)
    {
        private readonly Dictionary<DeviceNumber, int> _heights = [];

        public int HeightOf(MountEntry mount)
        {
            if (_heights.TryGetValue(mount.Device, out int known))
                return known;

            // Set before the descent: a loop whose backing file lies on itself cannot exist, but where only its path is known, and that is stale, it can look like one.
            _heights[mount.Device] = 0;
            return _heights[mount.Device] = devices.BackingFilesOf(mount.Device)
                .Select(file => file.MountIn(table))
                .OfType<MountEntry>()
                .Select(below => HeightOf(below) + 1)
                .DefaultIfEmpty(0)
                .Max();
        }
    }
}
