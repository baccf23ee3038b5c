using System;
using System.Collections.Generic;
using System.Linq;

namespace Quiesce.Runtime.Freezing.Mounts;

/// <summary>
/// What <c>--all-mounts</c> means: every file system that Azure's agent freezes, by the first of its mounts that can be opened. Others of its mounts may be covered, or be of single files, as containers have them.
/// </summary>
internal static class MachineMounts
{
    /// <summary>Azure leaves out what lies on loop devices.</summary>
    private const string LoopDevices = "/dev/loop";

    /// <inheritdoc cref="In(MountTable, IReadOnlyCollection{string}, Predicate{MountEntry})"/>
    public static IReadOnlyList<string> In(MountTable table, IReadOnlyCollection<string> skipped) => In(table, skipped, IsOpenable);

    /// <param name="table">What is mounted.</param>
    /// <param name="skipped">Mount points; a file system that has one of them is left out, by whatever other mount it could be reached.</param>
    /// <param name="isOpenable">Whether a mount can be reached by its name.</param>
    /// <exception cref="FreezeException">A file system cannot be reached by any of its mounts, though a program may still be writing to it.</exception>
    public static IReadOnlyList<string> In(MountTable table, IReadOnlyCollection<string> skipped, Predicate<MountEntry> isOpenable) =>
    [
        .. from mount in table.Entries
           where IsMeant(mount)
           group mount by mount.Device into ofOne
           where !ofOne.Any(mount => skipped.Contains(mount.MountPoint))
           select (ofOne.FirstOrDefault(mount => isOpenable(mount)) ?? throw Unreachable(ofOne.First())).MountPoint,
    ];

    /// <summary>What cannot be written to needs no freeze.</summary>
    private static bool IsMeant(MountEntry mount) =>
        FreezableFileSystems.AzureFreezes(mount.FileSystemType) && !mount.IsReadOnly && !mount.Source.StartsWith(LoopDevices, StringComparison.Ordinal);

    private static bool IsOpenable(MountEntry mount)
    {
        try
        {
            MountOpening.Open(mount).Dispose();
            return true;
        }
        catch (FreezeException)
        {
            return false;
        }
    }

    private static FreezeException Unreachable(MountEntry mount) => new(
        FreezeFault.OpenFailed,
        $"'{mount.MountPoint}' ({mount.Source}) cannot be opened by any of its mounts: others cover them, or they are of single files. Mount it where it can be reached, or name what is to be frozen with --mount in place of --all-mounts.");
}
