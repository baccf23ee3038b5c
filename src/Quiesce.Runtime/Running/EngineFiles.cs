using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Runtime.Configuration;

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
            : List(engine.Mounts.Except(still.Select(mount => mount.MountPoint), StringComparer.Ordinal));
    }

    public static bool LieOn(RecordedEngine recorded, ManifestEngine engine, MountPlace mount) => recorded.Directories is { Count: > 0 } directories
        ? directories.Any(directory => directory.Device == mount.Device.ToString())
        : engine.Mounts.Contains(mount.MountPoint);

    private static string? List(IEnumerable<string> missing) => string.Join(", ", missing) is { Length: > 0 } list ? "not frozen: " + list : null;
}
