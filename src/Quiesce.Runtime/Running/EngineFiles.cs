using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Runtime.Configuration;

namespace Quiesce.Runtime.Running;

/// <summary>
/// Whether everything that carries an engine's files was frozen. What counts is the file system on which the machine shows each of them, not the mounts that a profile lists: a WAL directory
/// may be a link to another disk.
/// </summary>
internal static class EngineFiles
{
    /// <summary>What is missing for the claim; <see langword="null"/> when nothing is.</summary>
    public static string? WhatWasNotFrozen(RecordedEngine recorded, ManifestEngine engine, IReadOnlyList<FrozenMount> frozen)
    {
        if (recorded.Directories is { Count: > 0 } directories)
            return List(directories.Where(directory => frozen.All(mount => mount.Device.ToString() != directory.Device)).Select(directory => $"{directory.Path} on {directory.Mount} (device {directory.Device})"));

        // A server that was not asked where its files are: then the profile's word counts, if it gives one.
        return engine.Mounts.Count == 0
            ? "neither the scripts' record nor the profile says where its files are; name the mounts in the engine's Mounts"
            : List(engine.Mounts.Except(frozen.Select(mount => mount.MountPoint), StringComparer.Ordinal));
    }

    private static string? List(IEnumerable<string> missing) => string.Join(", ", missing) is { Length: > 0 } list ? "not frozen: " + list : null;
}
