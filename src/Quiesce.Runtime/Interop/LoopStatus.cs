using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

/// <summary>The beginning of <c>struct loop_info64</c> (linux/loop.h), which LOOP_GET_STATUS64 fills in whole.</summary>
[StructLayout(LayoutKind.Sequential, Size = 232)]
internal struct LoopStatus
{
    private const int MajorBits = 0xFFF00;
    private const int HighMinorBits = 0xFFF00;
    private const int LowMinorBits = 0xFF;

    /// <summary>What <c>stat</c> says of the backing file's file system, as the kernel writes device numbers for programs: 12 bits of the major between the lower 8 and the upper 12 of the minor.</summary>
    private readonly ulong _device;

    public readonly uint BackingMajor => (uint)(_device & MajorBits) >> 8;

    public readonly uint BackingMinor => (uint)((_device & LowMinorBits) | (_device >> 12 & HighMinorBits));
}
