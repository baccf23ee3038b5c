using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>Whether everything that is to be frozen can be, and what would hang while it is.</summary>
internal static class MountExamination
{
    private const string Subject = "mounts";

    public static IEnumerable<Diagnosis> OfLeftRecords() => RecordedFreezes.Abandoned(new FreezeOptions().RecordDirectory)
        .Select(left => left.Problem is null
            ? Diagnosis.Error(Subject, $"{left.MountPoint} was left frozen by a run whose processes were all killed", "quiesce thaw")
            : new Diagnosis(RuleSeverity.Error, Subject, $"{left.MountPoint} {left.Problem}"));

    public static IEnumerable<Diagnosis> Of(Patient patient)
    {
        if (!patient.Freezes)
        {
            yield return Diagnosis.Warning(Subject, "freezing is off (fsFreezeEnabled): files that are being written may be torn in the copy", "set it to true unless every engine is held or stopped");
            yield break;
        }

        if (patient is { Config: not null, Manifest: null })
            yield return Diagnosis.Warning(Subject, "a bare configuration names nothing to freeze", "name the mounts to 'quiesce run' with --mount; Azure's agent freezes every ext3, ext4, xfs and btrfs mount");

        foreach (Diagnosis diagnosis in OfMounts(patient))
            yield return diagnosis;
    }

    private static IEnumerable<Diagnosis> OfMounts(Patient patient)
    {
        List<string> freezable = [];
        foreach (string path in patient.MountsToFreeze)
        {
            if (Refusal(path, patient.Mounts) is { } refusal)
                yield return Diagnosis.Error(Subject, refusal, "mend the profile's mounts, or mount what is missing");
            else
                freezable.Add(path);
        }

        if (freezable.Count == 0)
            yield break;
        FreezePlan plan = FreezePlan.For(freezable, patient.Mounts, new BlockDevices());
        foreach (MountEntry mount in plan.Mounts)
            yield return About(mount);
        foreach (string hazard in new FreezeHazards(patient.Mounts).For(plan))
            yield return Diagnosis.Warning(Subject, hazard, "move it off the mounts that are frozen, or stop it for the time of the backup");
    }

    private static string? Refusal(string path, MountTable mounts)
    {
        try
        {
            FreezePlan.For([path], mounts, new BlockDevices());
            return null;
        }
        catch (FreezeException refused)
        {
            return refused.Message;
        }
    }

    private static Diagnosis About(MountEntry mount)
    {
        string what = $"{mount.MountPoint} is {mount.FileSystemType} on {mount.Source}";
        string[] files = [.. new BlockDevices().BackingFilesOf(mount.Device).Select(file => file.Path)];
        return mount.MountPoint == "/"
            ? Diagnosis.Warning(Subject, $"{what}: while the root is frozen everything that writes waits, logins included", "put the data on a file system of its own")
            : Diagnosis.Fine(Subject, files.Length == 0 ? what : $"{what}, which stands on {string.Join(", ", files)}");
    }
}
