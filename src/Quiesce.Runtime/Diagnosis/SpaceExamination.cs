using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>Whether there is room for logs and records, and whether a run keeps its state where it never has to wait for a frozen disk.</summary>
internal static class SpaceExamination
{
    private const string Subject = "space";

    /// <summary>Two logs of 1 MiB a profile and the kept records fit in a fraction of it.</summary>
    private const long LeastBytes = 16 * 1024 * 1024;

    private static readonly string[] s_memory = ["tmpfs", "ramfs"];

    public static IEnumerable<Diagnosis> Of(Patient patient)
    {
        string runDirectory = patient.Manifest?.RunDirectory ?? Limits.DefaultRunFolder;
        foreach (string folder in new[] { patient.Manifest?.LogDirectory ?? Limits.DefaultLogDirectory, patient.Manifest?.StateDirectory ?? Limits.DefaultStateDirectory, runDirectory }.Distinct())
            yield return RoomIn(folder);

        if (patient.Mounts.Holding(runDirectory) is not { } mount || s_memory.Contains(mount.FileSystemType))
            yield break;
        bool isFrozen = patient.AllMountsToFreeze.Select(patient.Mounts.At).OfType<MountEntry>().Any(frozen => frozen.Device == mount.Device);
        yield return isFrozen
            ? Diagnosis.Error(Subject, $"{runDirectory} lies on {mount.MountPoint}, which is to be frozen: the scripts would wait for the thaw", "make it a folder on a tmpfs, as /run is on most machines")
            : Diagnosis.Warning(Subject, $"{runDirectory} lies on {mount.MountPoint} ({mount.FileSystemType}), not in memory: 'quiesce thaw' will have no records to go by", "make it a folder on a tmpfs, as /run is on most machines");
    }

    private static Diagnosis RoomIn(string folder)
    {
        string? existing = folder;
        while (existing is not null && !Directory.Exists(existing))
            existing = Path.GetDirectoryName(existing);
        long free = new DriveInfo(existing ?? "/").AvailableFreeSpace;
        return free < LeastBytes
            ? Diagnosis.Warning(Subject, $"{folder} has {free / 1024} KiB left", "make room; logs and records of runs would be lost")
            : Diagnosis.Fine(Subject, $"{folder} has {free / (1024 * 1024)} MiB left");
    }
}
