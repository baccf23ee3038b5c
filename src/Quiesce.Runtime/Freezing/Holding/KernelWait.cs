using System;
using System.Globalization;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>Whether a thread sleeps in the kernel where no signal reaches it: state D of <c>/proc/PID/task/TID/stat</c> (proc_pid_stat(5)).</summary>
internal static unsafe class KernelWait
{
    private const byte Uninterruptible = (byte)'D';

    /// <summary>Enough for the fields up to the state: two numbers and a name of at most 64 bytes.</summary>
    private const int Enough = 128;

    public static bool Holds(int process, int thread)
    {
        int file = LibC.open(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task/{thread}/stat"), LibC.O_RDONLY | LibC.O_CLOEXEC, 0);
        if (file < 0)
            return false;

        byte* text = stackalloc byte[Enough];
        nint length = LibC.read(file, text, Enough);
        LibC.close(file);
        return length > 0 && StateIn(new ReadOnlySpan<byte>(text, (int)length)) == Uninterruptible;
    }

    /// <summary><c>4711 (name) D …</c>; the name may hold anything, parentheses too.</summary>
    private static byte StateIn(ReadOnlySpan<byte> stat)
    {
        int state = stat.LastIndexOf(") "u8) + 2;
        return state >= 2 && state < stat.Length ? stat[state] : default;
    }
}
