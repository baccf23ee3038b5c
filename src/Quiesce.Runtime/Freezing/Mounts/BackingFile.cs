using System;
using System.Linq;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Mounts;

/// <summary>A file that a loop device stands on.</summary>
/// <param name="Path">By the mount through which it was opened – which may have been covered, unmounted lazily, or be another namespace's since.</param>
/// <param name="Device">The file system that it lies on; <see langword="null"/> where the loop could not be asked.</param>
internal readonly record struct BackingFile(string Path, DeviceNumber? Device)
{
    private const string DeletedMark = " (deleted)";

    /// <param name="path">As sysfs writes it.</param>
    /// <param name="node">The loop's own device file.</param>
    public static BackingFile Of(string path, string node) =>
        new(path.EndsWith(DeletedMark, StringComparison.Ordinal) ? path[..^DeletedMark.Length] : path, DeviceBehind(node));

    /// <summary>By its device, which nothing mounted over it hides; by its path on btrfs, where a file's device is none that is mounted.</summary>
    public MountEntry? MountIn(MountTable table)
    {
        DeviceNumber? device = Device;
        return table.Entries.FirstOrDefault(entry => entry.Device == device) ?? table.Holding(Path);
    }

    private static unsafe DeviceNumber? DeviceBehind(string node)
    {
        int loop = LibC.open(node, LibC.O_RDONLY | LibC.O_CLOEXEC, 0);
        if (loop < 0)
            return null;

        LoopStatus status;
        bool isKnown = LibC.ioctl(loop, LibC.LOOP_GET_STATUS64, (nint)(&status)) == 0;
        LibC.close(loop);
        return isKnown ? new DeviceNumber(status.BackingMajor, status.BackingMinor) : null;
    }
}
