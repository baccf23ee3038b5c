using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

internal static partial class LibC
{
    public const int CLOCK_BOOTTIME = 7;

    [LibraryImport(Library)]
    public static partial int clock_gettime(int clock, out TimeSpec time);
}
