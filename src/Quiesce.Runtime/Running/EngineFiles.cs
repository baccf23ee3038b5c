using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Running;

/// <summary>
/// Where an engine's files are. What counts is the file system on which the machine shows each of them, not the mounts that a profile lists: a WAL directory may be a link to another disk.
/// </summary>
internal static class EngineFiles
{
    /// <summary>What of them was neither frozen nor covered by a snapshot that is atomic by itself; <see langword="null"/> when nothing is missing.</summary>
    public static string? WhatDidNotStandStill(RecordedEngine recorded, ManifestEngine engine, IReadOnlyList<MountPlace> still)
    {
        if (recorded.Directories is { Count: > 0 } directories)
            return List(directories.Where(directory => still.All(mount => mount.Device.ToString() != directory.Device)).Select(directory => $"{directory.Path} on {directory.Mount} (device {directory.Device})"));

        // A server that was not asked where its files are: then the profile's word counts, if it gives one.
        return engine.Mounts.Count == 0
            ? "neither the scripts' record nor the profile says where its files are; name the mounts in the engine's Mounts"
            : List(engine.Mounts.Select(MountPath.Spelt).Except(still.Select(mount => mount.MountPoint), StringComparer.Ordinal));
    }

    public static bool LieOn(RecordedEngine recorded, ManifestEngine engine, MountPlace mount) => recorded.Directories is { Count: > 0 } directories
        ? directories.Any(directory => directory.Device == mount.Device.ToString())
        : engine.Mounts.Select(MountPath.Spelt).Contains(mount.MountPoint);

    /// <summary>What of them is on that file system and still not in a snapshot of what is mounted there: a btrfs snapshot ends where a subvolume inside it begins. <see langword="null"/> when nothing is.</summary>
    public static string? WhatIsInAnotherSubvolume(RecordedEngine recorded, MountPlace mount) => recorded.Directories?
        .FirstOrDefault(directory => directory.Device == mount.Device.ToString() && SubvolumeOf(directory.Path) != SubvolumeOf(mount.MountPoint)) is { } outside
        ? $"{outside.Path} lies in a subvolume of its own, which the snapshot of {mount.MountPoint} does not contain"
        : null;

    /// <summary>Each subvolume has a device number of its own, other than the one in the mount table; elsewhere there is one for all. What is gone is nowhere.</summary>
    private static (uint, uint)? SubvolumeOf(string path) => LibC.statx(LibC.AT_FDCWD, path, 0, LibC.STATX_BASIC_STATS, out FileStatus status) == 0
        ? (status.DeviceMajor, status.DeviceMinor)
        : null;

    private static string? List(IEnumerable<string> missing) => string.Join(", ", missing) is { Length: > 0 } list ? "not frozen: " + list : null;
}
