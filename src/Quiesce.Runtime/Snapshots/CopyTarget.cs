using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Snapshots;

/// <summary>
/// The copy while it is made: a file beside its destination, which takes the destination's place only when it is whole and on the disk. A former copy of that name stays until then.
/// </summary>
internal sealed class CopyTarget : IDisposable
{
    private readonly string _partial;
    private bool _kept;

    private CopyTarget(string path, string partial, Descriptor descriptor) => (Path, _partial, Descriptor) = (path, partial, descriptor);

    public string Path { get; }

    public Descriptor Descriptor { get; }

    /// <summary>Whether a clone was tried with success; that also wrote back what was dirty in the source, and so took it out of the standstill.</summary>
    public bool SharesBlocks { get; private init; }

    public string Id
    {
        get
        {
            FileStatus status = Descriptor.Status;
            return string.Create(CultureInfo.InvariantCulture, $"{status.DeviceMajor}:{status.DeviceMinor}/{status.Inode}");
        }
    }

    /// <exception cref="SnapshotException">There can be no such copy.</exception>
    public static CopyTarget Create(string destination, CopySource source, SnapshotContext context)
    {
        string path = System.IO.Path.GetFullPath(destination);
        string folder = System.IO.Path.GetDirectoryName(path) ?? throw new SnapshotException($"'{destination}' is not a file's path");
        RefuseFrozenFolder(folder, context);
        RefuseOccupied(path, source);

        string partial = $"{path}.{context.RunId}.partial";
        int number = LibC.open(partial, LibC.O_RDWR | LibC.O_CREAT | LibC.O_EXCL | LibC.O_CLOEXEC, AccessBits.OwnerReadsAndWrites);
        if (number < 0)
            throw new SnapshotException($"'{partial}' cannot be made: {LibC.Describe(LibC.LastError)}");
        Descriptor descriptor = Descriptor.Own(number, partial);
        bool sharesBlocks = LibC.ioctl(descriptor.Number, LibC.FICLONE, source.Descriptor.Number) == 0;
        LibC.ftruncate(descriptor.Number, 0);
        var target = new CopyTarget(path, partial, descriptor) { SharesBlocks = sharesBlocks };
        if (!sharesBlocks && MissingSpace(folder, source) is { } complaint)
        {
            target.Discard();
            target.Dispose();
            throw new SnapshotException(complaint);
        }

        return target;
    }

    public string Clone(CopySource source)
    {
        return LibC.ioctl(Descriptor.Number, LibC.FICLONE, source.Descriptor.Number) == 0
            ? "shares its blocks with the source (reflink)"
            : throw new SnapshotException($"cloning {source.Path} failed: {LibC.Describe(LibC.LastError)}");
    }

    public void SetLength(long length)
    {
        if (LibC.ftruncate(Descriptor.Number, (nint)length) != 0)
            throw new SnapshotException($"{_partial}: {LibC.Describe(LibC.LastError)}");
    }

    public void Keep()
    {
        if (LibC.fsync(Descriptor.Number) != 0)
            throw new SnapshotException($"{_partial} cannot be written to its disk: {LibC.Describe(LibC.LastError)}");
        File.Move(_partial, Path, overwrite: true);
        _kept = true;
        using Descriptor folder = Descriptor.Own(LibC.open(System.IO.Path.GetDirectoryName(Path)!, LibC.O_RDONLY | LibC.O_DIRECTORY | LibC.O_CLOEXEC, 0), Path);
        LibC.fsync(folder.Number);
    }

    public void Discard()
    {
        if (!_kept)
            File.Delete(_partial);
    }

    public void Dispose() => Descriptor.Dispose();

    /// <summary>A write there would wait for the thaw, and the thaw for the write.</summary>
    private static void RefuseFrozenFolder(string folder, SnapshotContext context)
    {
        if (!Directory.Exists(folder))
            throw new SnapshotException($"there is no folder '{folder}' for the copy; make it first");
        MountTable table = MountTable.Read();
        if (table.ReachedBy(folder) is { } holder && context.Mounts.Any(mount => table.At(mount)?.Device == holder.Device))
            throw new SnapshotException($"'{folder}' lies on '{holder.MountPoint}', which is to be frozen: the copy would wait for the thaw. Name a folder on another file system.");
    }

    private static void RefuseOccupied(string path, CopySource source)
    {
        if (LibC.statx(LibC.AT_FDCWD, path, 0, LibC.STATX_BASIC_STATS, out FileStatus status) != 0)
            return;
        if (!status.IsRegularFile)
            throw new SnapshotException($"'{path}' is there and is not a file; a copy replaces nothing but a former copy");
        if ((status.Inode, status.DeviceMajor, status.DeviceMinor) == (source.Status.Inode, source.Status.DeviceMajor, source.Status.DeviceMinor))
            throw new SnapshotException($"'{path}' is the source itself");
    }

    private static string? MissingSpace(string folder, CopySource source)
    {
        long needed = source.IsDevice ? source.Length : (long)source.Status.Blocks * FileStatus.BytesInBlock;
        long free = new DriveInfo(folder).AvailableFreeSpace;
        return free >= needed ? null : string.Create(CultureInfo.InvariantCulture, $"the copy of {source.Path} can take {needed} bytes, and '{folder}' has {free} free");
    }
}
