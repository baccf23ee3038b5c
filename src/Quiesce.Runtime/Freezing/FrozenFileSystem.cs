using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Freezing;

/// <summary>What became of one file system. Times are milliseconds of <see cref="MonotonicClock"/>; null: that did not happen.</summary>
internal sealed record FrozenFileSystem(
    string MountPoint,
    DeviceNumber Device,
    string FileSystemType,
    EntryState State,
    int FreezeError,
    int ThawError,
    double? FreezeStarted,
    double? FreezeEnded,
    double? ThawStarted,
    double? ThawEnded,
    int ThawsBegun)
{
    /// <summary>It was frozen by us, and our own FITHAW found it so: nobody thawed it meanwhile.</summary>
    public bool FreezeHeld => State == EntryState.Thawed && FreezeError == 0 && FreezeEnded is not null && ThawError == 0;

    public static FrozenFileSystem From(MountEntry mount, in LedgerEntry entry) => new(
        mount.MountPoint,
        mount.Device,
        mount.FileSystemType,
        entry.State,
        entry.FreezeError,
        entry.ThawError,
        Milliseconds(entry.FreezeStarted),
        Milliseconds(entry.FreezeEnded),
        Milliseconds(entry.ThawStarted),
        Milliseconds(entry.ThawEnded),
        entry.ThawsBegun);

    private static double? Milliseconds(long nanoseconds) => nanoseconds == 0 ? null : nanoseconds / 1e6;
}
