using System;
using System.Globalization;
using System.Text;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Snapshots;

/// <summary>A folder on btrfs that is open, and what the file system can do there. No program has to be started for it, which matters beside a freeze.</summary>
internal sealed unsafe class BtrfsSubvolume : IDisposable
{
    private readonly Descriptor _folder;
    private readonly FileStatus _status;

    private BtrfsSubvolume(string path, Descriptor folder)
    {
        (Path, _folder, _status) = (path, folder, folder.Status);
    }

    public string Path { get; }

    /// <summary>The subvolume's number and UUID.</summary>
    public string Id
    {
        get
        {
            BtrfsSubvolumeFacts facts = default;
            Require(LibC.ioctl(_folder.Number, LibC.BTRFS_IOC_GET_SUBVOL_INFO, (nint)(&facts)), $"the subvolume at {Path} cannot be described");
            return string.Create(CultureInfo.InvariantCulture, $"{facts.TreeId} {new Guid(new ReadOnlySpan<byte>(facts.Uuid, 16), bigEndian: true)}");
        }
    }

    /// <exception cref="SnapshotException">There is no subvolume at that path.</exception>
    public static BtrfsSubvolume Open(string path)
    {
        BtrfsSubvolume opened = OpenBtrfs(path);
        if (opened._status.Inode == LibC.BTRFS_FIRST_FREE_OBJECTID)
            return opened;
        opened.Dispose();
        throw new SnapshotException($"'{path}' is a folder on btrfs and not a subvolume; 'btrfs subvolume list' shows those that can be snapshotted");
    }

    /// <summary>A folder into which a snapshot of the subvolume can go.</summary>
    public static BtrfsSubvolume OpenFolder(string path, BtrfsSubvolume source)
    {
        BtrfsSubvolume folder = OpenBtrfs(path);
        if (FileSystemOf(folder._folder) == FileSystemOf(source._folder))
            return folder;
        folder.Dispose();
        throw new SnapshotException($"'{path}' is another file system than '{source.Path}'; a btrfs snapshot stays on its own file system");
    }

    /// <summary>Whether what is mounted there is part of this subvolume: each has a device number of its own.</summary>
    public bool Holds(string mountPoint) => LibC.statx(LibC.AT_FDCWD, mountPoint, 0, LibC.STATX_BASIC_STATS, out FileStatus mount) == 0
        && (mount.DeviceMajor, mount.DeviceMinor) == (_status.DeviceMajor, _status.DeviceMinor);

    public void Snapshot(BtrfsSubvolume source, string name)
    {
        var arguments = new BtrfsSnapshotArguments { Source = source._folder.Number, Flags = LibC.BTRFS_SUBVOL_RDONLY };
        Write(name, arguments.Name);
        Require(LibC.ioctl(_folder.Number, LibC.BTRFS_IOC_SNAP_CREATE_V2, (nint)(&arguments)), $"the snapshot of {source.Path} at {Path}/{name} failed");
    }

    public void Remove(string name)
    {
        BtrfsRemovalArguments arguments = default;
        Write(name, arguments.Name);
        Require(LibC.ioctl(_folder.Number, LibC.BTRFS_IOC_SNAP_DESTROY, (nint)(&arguments)), $"the snapshot {Path}/{name} cannot be removed; do so with 'btrfs subvolume delete'");
    }

    public void Dispose() => _folder.Dispose();

    private static BtrfsSubvolume OpenBtrfs(string path)
    {
        int number = LibC.open(path, LibC.O_RDONLY | LibC.O_DIRECTORY | LibC.O_CLOEXEC, 0);
        if (number < 0)
            throw new SnapshotException($"'{path}' cannot be opened: {LibC.Describe(LibC.LastError)}");
        Descriptor folder = Descriptor.Own(number, path);
        if (FileSystemOf(folder).Magic == LibC.BTRFS_SUPER_MAGIC)
            return new BtrfsSubvolume(path, folder);
        folder.Dispose();
        throw new SnapshotException($"'{path}' is not on btrfs");
    }

    /// <summary>The file system's magic number and its id, of which btrfs mixes the subvolume into the second word only.</summary>
    private static (long Magic, uint Id) FileSystemOf(Descriptor folder)
    {
        long* status = stackalloc long[15];
        return LibC.fstatfs(folder.Number, status) == 0 ? (status[0], (uint)status[7]) : throw new SnapshotException("fstatfs: " + LibC.Describe(LibC.LastError));
    }

    private static void Write(string name, byte* place)
    {
        if (Encoding.UTF8.GetByteCount(name) > BtrfsSnapshotArguments.LongestName)
            throw new SnapshotException($"'{name}' is longer than {BtrfsSnapshotArguments.LongestName} bytes");
        Encoding.UTF8.GetBytes(name, new Span<byte>(place, BtrfsSnapshotArguments.LongestName));
    }

    private static void Require(int result, string attempted)
    {
        // Linux 6.18 answers a successful look with 1.
        if (result < 0)
            throw new SnapshotException($"{attempted}: {LibC.Describe(LibC.LastError)}");
    }
}
