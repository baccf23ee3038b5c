using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing;

/// <summary>
/// What <c>quiesce thaw</c> does, after all three holders were killed at once or before a shutdown: thaws exactly what the records say that we froze. A record
/// is a ledger, and the rescuer joins it like any holder, by atomic claims – so it can do so beside a living run too, which then finds its level lost.
/// </summary>
internal static class RecordedFreezes
{
    public static IReadOnlyList<RecordedThaw> Thaw(string directory, string gracePeriods = GracePeriods.File)
    {
        if (!Directory.Exists(directory))
            return [];

        MountTable table = MountTable.Read();
        return Directory.EnumerateFiles(directory, "*" + FreezeRecord.Extension).Order(StringComparer.Ordinal).SelectMany(path => ThawRecord(path, table, gracePeriods)).ToArray();
    }

    private static List<RecordedThaw> ThawRecord(string path, MountTable table, string gracePeriods)
    {
        int number = LibC.open(path, LibC.O_RDWR | LibC.O_CLOEXEC | LibC.O_NOFOLLOW, 0);
        if (number < 0)
            return [];

        using Descriptor file = Descriptor.Own(number, path);
        if (!IsOurs(file))
            return [];
        using FreezeLedger? ledger = TryOpen(file);
        if (ledger is null || ledger.Boot != BootId.Current)
            return [];

        // The holders share one lock on the record, which falls with the last of them. While any lives, what it is in the midst of is its own to finish.
        bool nobodyLeft = LibC.flock(file.Number, LibC.LOCK_EX | LibC.LOCK_NB) == 0;
        HoldersAlive alive = nobodyLeft ? HoldersAlive.Nobody : HoldersAlive.Everybody;
        ledger.TryEnd(EndCause.Rescued);
        var thawed = new List<RecordedThaw>();
        for (int i = ledger.Count - 1; i >= 0; i--)
        {
            if (ThawEntry(ledger, i, table, alive) is { } result)
                thawed.Add(result);
        }

        if (nobodyLeft)
            GracePeriods.PutBack(ledger, gracePeriods);
        if (nobodyLeft && ledger.IsAtRest)
            LibC.unlink(path);
        return thawed;
    }

    private static RecordedThaw? ThawEntry(FreezeLedger ledger, int index, MountTable table, HoldersAlive alive)
    {
        ref LedgerEntry entry = ref ledger[index];
        if (entry.State is not (EntryState.Freezing or EntryState.Frozen or EntryState.Thawing))
            return null;

        string mountPoint = ledger.PathOf(index);
        using Descriptor? mount = FindAgain(new DeviceNumber(entry.DeviceMajor, entry.DeviceMinor), table);
        if (mount is null)
            return new RecordedThaw(mountPoint, "is not mounted any more; if its device hangs, mount it and thaw again", MayBeFrozen: true);
        if (!entry.TryClaimThaw(FreezeRole.Rescue, alive))
            return null;

        entry.ThawError = LibC.ioctl(mount.Number, LibC.FITHAW, 0) == 0 ? 0 : LibC.LastError;
        entry.TryEndThawing(FreezeRole.Rescue);
        return entry.ThawError switch
        {
            0 => new RecordedThaw(mountPoint, null),
            Errno.EINVAL => new RecordedThaw(mountPoint, "was not frozen any more"),
            _ => new RecordedThaw(mountPoint, LibC.Describe(entry.ThawError), MayBeFrozen: true),
        };
    }

    /// <summary>
    /// The record's descriptors died with the holders. The device number finds the super block again, by whichever of its mounts: a frozen one keeps its number
    /// even while it is mounted nowhere.
    /// </summary>
    private static Descriptor? FindAgain(DeviceNumber device, MountTable table)
    {
        foreach (MountEntry mount in table.Entries.Where(entry => entry.Device == device))
        {
            try
            {
                return MountOpening.Open(mount);
            }
            catch (FreezeException)
            {
                // Covered by another mount: another of its own mounts may not be.
            }
        }

        return null;
    }

    /// <summary>Anybody could leave a file that names our mounts in a folder that anybody may write to.</summary>
    private static bool IsOurs(Descriptor file) =>
        LibC.statx(file.Number, "", LibC.AT_EMPTY_PATH, LibC.STATX_BASIC_STATS, out FileStatus status) == 0
        && status.Owner == LibC.geteuid() && (status.Mode & 0x3F) == 0;

    private static FreezeLedger? TryOpen(Descriptor file)
    {
        try
        {
            return FreezeLedger.Open(file.Number);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
