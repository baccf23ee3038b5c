using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

internal static partial class LibC
{
    public const int CLOCK_BOOTTIME = 7;
    public const int TFD_CLOEXEC = 0x80000;
    public const int TFD_TIMER_ABSTIME = 1;

    [LibraryImport(Library)]
    public static partial int clock_gettime(int clock, out TimeSpec time);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int timerfd_create(int clock, int flags);

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial int timerfd_settime(int descriptor, int flags, in TimerSpec value, TimerSpec* previous);
}
