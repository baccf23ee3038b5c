using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Mounts;

/// <summary>Opens a mount point and makes sure that it is the mount that was planned, not one that came over it since.</summary>
internal static class MountOpening
{
    public static Descriptor Open(MountEntry mount)
    {
        int number = LibC.open(mount.MountPoint, LibC.O_RDONLY | LibC.O_DIRECTORY | LibC.O_CLOEXEC | LibC.O_NOFOLLOW, 0);
        if (number < 0)
            throw new FreezeException(FreezeFault.OpenFailed, $"'{mount.MountPoint}' cannot be opened: {LibC.Describe(LibC.LastError)}.");

        Descriptor opened = Descriptor.Own(number, mount.MountPoint);
        if (IsOf(mount, opened))
            return opened;
        opened.Dispose();
        throw new FreezeException(FreezeFault.OpenFailed, $"'{mount.MountPoint}' was unmounted, or covered by another mount, since it was looked at.");
    }

    /// <summary>Kernels before 5.8 do not tell a file's mount; then the device has to do (btrfs reports another one for each subvolume).</summary>
    private static bool IsOf(MountEntry mount, Descriptor opened)
    {
        if (LibC.statx(opened.Number, "", LibC.AT_EMPTY_PATH, LibC.STATX_BASIC_STATS | LibC.STATX_MNT_ID, out FileStatus status) != 0)
            return false;
        return (status.Mask & LibC.STATX_MNT_ID) != 0
            ? status.MountId == (ulong)mount.Id
            : mount.FileSystemType == "btrfs" || new DeviceNumber(status.DeviceMajor, status.DeviceMinor) == mount.Device;
    }
}
