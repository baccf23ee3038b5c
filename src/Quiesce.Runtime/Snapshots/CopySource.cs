using System;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Snapshots;

/// <summary>What is copied: an image file or a block device, open.</summary>
internal sealed class CopySource : IDisposable
{
    private CopySource(string path, Descriptor descriptor, FileStatus status)
    {
        Path = path;
        Descriptor = descriptor;
        Status = status;
        // Zero for a block device in its status, so the end itself is asked.
        Length = Seek(0, LibC.SEEK_END) ?? throw Unreadable();
    }

    public string Path { get; }

    public Descriptor Descriptor { get; }

    public FileStatus Status { get; }

    public long Length { get; }

    public bool IsDevice => Status.IsBlockDevice;

    /// <exception cref="SnapshotException">It cannot be opened, or is neither a file nor a block device.</exception>
    public static CopySource Open(string path)
    {
        Descriptor descriptor = OpenDescriptor(path, LibC.O_RDONLY);
        FileStatus status = descriptor.Status;
        if (status.IsRegularFile)
            return new CopySource(path, descriptor, status);

        descriptor.Dispose();
        // Past the device's own page cache, which may hold older data than what the file system has written to the disk.
        return status.IsBlockDevice
            ? new CopySource(path, OpenDescriptor(path, LibC.O_RDONLY | LibC.O_DIRECT), status)
            : throw new SnapshotException($"'{path}' is neither a file nor a block device; name the image file or the device, not a folder on it");
    }

    /// <summary>
    /// Where the next data begin at or after an offset; the end, when only a hole follows. A device has no holes, and of what cannot tell its holes everything is data.
    /// </summary>
    /// <exception cref="SnapshotException">The disk or the server that has the file does not say. Silence is not a hole: its copy would be nothing but zeros.</exception>
    public long NextData(long offset) => IsDevice ? offset : Seek(offset, LibC.SEEK_DATA) ?? LibC.LastError switch
    {
        Errno.EINVAL => offset,
        Errno.ENXIO => EndThatIsStillThere(),
        _ => throw Unreadable(),
    };

    /// <exception cref="SnapshotException">The disk or the server that has the file does not say.</exception>
    public long NextHole(long offset) => IsDevice ? Length : Math.Min(Length, Seek(offset, LibC.SEEK_HOLE) ?? LibC.LastError switch
    {
        Errno.EINVAL => Length,
        Errno.ENXIO => EndThatIsStillThere(),
        _ => throw Unreadable(),
    });

    public void Dispose() => Descriptor.Dispose();

    /// <summary>There are no more data after the last of them, and after the end of a file that somebody has cut off.</summary>
    private long EndThatIsStillThere() => Seek(0, LibC.SEEK_END) >= Length ? Length : throw new SnapshotException($"{Path} became shorter while it was copied");

    private long? Seek(long offset, int whence) => LibC.lseek(Descriptor.Number, offset, whence) is var found and >= 0 ? found : null;

    private SnapshotException Unreadable() => new($"{Path} cannot be read: {LibC.Describe(LibC.LastError)}");

    private static Descriptor OpenDescriptor(string path, int flags)
    {
        int number = LibC.open(path, flags | LibC.O_CLOEXEC, 0);
        return number >= 0 ? Descriptor.Own(number, path) : throw new SnapshotException($"'{path}' cannot be opened: {LibC.Describe(LibC.LastError)}");
    }
}
