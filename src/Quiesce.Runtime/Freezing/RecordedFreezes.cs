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
    private const string NotMounted = "is not mounted any more; if its device hangs, mount it and thaw again";

    private const string NotInMemory = "is not in memory, so that no freeze can be recorded there: whether killed processes have left anything frozen, nobody knows";

    private const string NotAFolder = "is not a folder of records: name the folder that they lie in";

    private const string Unreadable = "cannot be read: it is damaged, or another version of quiesce wrote it. What it names may be frozen: thaw that with 'fsfreeze -u', and delete the record";

    public static IReadOnlyList<RecordedThaw> Thaw(string directory, string gracePeriods = GracePeriods.File)
    {
        MountTable table = MountTable.Read();
        return Unknowable(directory) ?? OfEveryRecord(directory, (path, file, ledger) => ThawRecord(path, file, ledger, table, gracePeriods));
    }

    /// <summary>What <see cref="Thaw"/> would find to do. It claims nothing, locks nothing and opens no mount: a living run does not notice.</summary>
    public static IReadOnlyList<RecordedThaw> Preview(string directory)
    {
        MountTable table = MountTable.Read();
        return Unknowable(directory) ?? OfEveryRecord(directory, (_, _, ledger) => PreviewRecord(ledger, table));
    }

    /// <summary>Of that, what nobody lives to thaw any more: all its holders were killed. For an instant it takes the lock that they share.</summary>
    public static IReadOnlyList<RecordedThaw> Abandoned(string directory)
    {
        MountTable table = MountTable.Read();
        return OfEveryRecord(directory, (_, file, ledger) => IsAbandoned(file) ? PreviewRecord(ledger, table) : []);
    }

    /// <summary>Where no records can be, their absence tells nothing.</summary>
    private static RecordedThaw[]? Unknowable(string directory) =>
        File.Exists(directory) ? [new RecordedThaw(directory, NotAFolder, MayBeFrozen: true)]
        : !FreezeRecord.IsInMemory(directory) ? [new RecordedThaw(directory, NotInMemory, MayBeFrozen: true)]
        : null;

    private static RecordedThaw[] OfEveryRecord(string directory, Func<string, Descriptor, FreezeLedger, IReadOnlyList<RecordedThaw>> ask) => Directory.Exists(directory)
        ? [.. Directory.EnumerateFiles(directory, "*" + FreezeRecord.Extension).Order(StringComparer.Ordinal).SelectMany(path => OfRecord(path, ask))]
        : [];

    /// <summary>One record that cannot be read must not keep the others from being thawed.</summary>
    private static IReadOnlyList<RecordedThaw> OfRecord(string path, Func<string, Descriptor, FreezeLedger, IReadOnlyList<RecordedThaw>> ask)
    {
        try
        {
            using Descriptor? file = OpenOurs(path);
            if (file is null)
                return [];
            using FreezeLedger ledger = FreezeLedger.Open(file.Number);
            return ledger.Boot == BootId.Current ? ask(path, file, ledger) : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            return [new RecordedThaw(path, Unreadable, MayBeFrozen: true)];
        }
    }

    /// <summary>The record, unless it has gone, is not ours, or holds nothing yet.</summary>
    private static Descriptor? OpenOurs(string path)
    {
        int number = LibC.open(path, LibC.O_RDWR | LibC.O_CLOEXEC | LibC.O_NOFOLLOW, 0);
        if (number < 0 && LibC.LastError == Errno.ENOENT)
            return null;

        Descriptor file = Descriptor.Own(number, path);
        if (IsOurs(file) && !FreezeLedger.IsUnfinished(file.Number))
            return file;
        file.Dispose();
        return null;
    }

    /// <summary>The holders share one lock on the record, which falls with the last of them.</summary>
    private static bool IsAbandoned(Descriptor file) => LibC.flock(file.Number, LibC.LOCK_EX | LibC.LOCK_NB) == 0;

    private static List<RecordedThaw> PreviewRecord(FreezeLedger ledger, MountTable table)
    {
        var found = new List<RecordedThaw>();
        for (int i = ledger.Count - 1; i >= 0; i--)
        {
            LedgerEntry entry = ledger[i];
            if (!IsToBeThawed(entry))
                continue;
            bool isMounted = table.Entries.Any(mount => mount.Device == entry.Device);
            found.Add(new RecordedThaw(ledger.NameOf(i), isMounted ? null : NotMounted, MayBeFrozen: !isMounted) { Device = entry.Device });
        }

        return found;
    }

    private static List<RecordedThaw> ThawRecord(string path, Descriptor file, FreezeLedger ledger, MountTable table, string gracePeriods)
    {
        // While any of them lives, what it is in the midst of is its own to finish.
        bool nobodyLeft = IsAbandoned(file);
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
        if (nobodyLeft && ledger.IsAtRest && !ledger.IsRecordNeeded)
            LibC.unlink(path);
        return thawed;
    }

    private static bool IsToBeThawed(in LedgerEntry entry) => entry.State is EntryState.Freezing or EntryState.Frozen or EntryState.Thawing or EntryState.ThawRefused;

    private static RecordedThaw? ThawEntry(FreezeLedger ledger, int index, MountTable table, HoldersAlive alive)
    {
        ref LedgerEntry entry = ref ledger[index];
        if (!IsToBeThawed(entry))
            return null;

        string mountPoint = ledger.NameOf(index);
        using Descriptor? mount = FindAgain(entry.Device, table);
        if (mount is null)
            return new RecordedThaw(mountPoint, NotMounted, MayBeFrozen: true);
        if (!entry.TryClaimThaw(FreezeRole.Rescue, alive))
            return null;

        entry.Thaw(mount.Number, FreezeRole.Rescue);
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
        && status.Owner == LibC.geteuid() && (status.Mode & AccessBits.AnythingByOthers) == 0;
}
