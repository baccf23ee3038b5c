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
        Length = LibC.lseek(descriptor.Number, 0, LibC.SEEK_END);
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

    /// <summary>Where the next data begin at or after an offset; the end, when only a hole follows. A device has no holes.</summary>
    public long NextData(long offset)
    {
        long found = IsDevice ? offset : LibC.lseek(Descriptor.Number, offset, LibC.SEEK_DATA);
        return found >= 0 ? found : Length;
    }

    public long NextHole(long offset)
    {
        long found = IsDevice ? Length : LibC.lseek(Descriptor.Number, offset, LibC.SEEK_HOLE);
        return found >= 0 ? Math.Min(found, Length) : Length;
    }

    public void Dispose() => Descriptor.Dispose();

    private static Descriptor OpenDescriptor(string path, int flags)
    {
        int number = LibC.open(path, flags | LibC.O_CLOEXEC, 0);
        return number >= 0 ? Descriptor.Own(number, path) : throw new SnapshotException($"'{path}' cannot be opened: {LibC.Describe(LibC.LastError)}");
    }
}
