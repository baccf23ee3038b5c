using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

/// <summary>Subvolumes of btrfs (linux/btrfs.h).</summary>
internal static partial class LibC
{
    public const long BTRFS_SUPER_MAGIC = 0x9123683E;
    public const ulong BTRFS_FIRST_FREE_OBJECTID = 256;
    public const ulong BTRFS_SUBVOL_RDONLY = 2;

    public const uint BTRFS_IOC_SNAP_DESTROY = 0x5000940F;
    public const uint BTRFS_IOC_SNAP_CREATE_V2 = 0x50009417;
    public const uint BTRFS_IOC_GET_SUBVOL_INFO = 0x81F8943C;
}

/// <summary><c>struct btrfs_ioctl_vol_args_v2</c>.</summary>
[StructLayout(LayoutKind.Explicit, Size = 4096)]
internal unsafe struct BtrfsSnapshotArguments
{
    public const int LongestName = 255;

    [FieldOffset(0)] public long Source;
    [FieldOffset(16)] public ulong Flags;
    [FieldOffset(56)] public fixed byte Name[LongestName + 1];
}

/// <summary><c>struct btrfs_ioctl_vol_args</c>.</summary>
[StructLayout(LayoutKind.Explicit, Size = 4096)]
internal unsafe struct BtrfsRemovalArguments
{
    [FieldOffset(8)] public fixed byte Name[BtrfsSnapshotArguments.LongestName + 1];
}

/// <summary><c>struct btrfs_ioctl_get_subvol_info_args</c>, of which a snapshot's identity is of interest.</summary>
[StructLayout(LayoutKind.Explicit, Size = 504)]
internal unsafe struct BtrfsSubvolumeFacts
{
    [FieldOffset(0)] public ulong TreeId;
    [FieldOffset(296)] public fixed byte Uuid[16];
}
