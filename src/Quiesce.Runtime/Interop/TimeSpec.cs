using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

/// <summary><c>struct timespec</c> of 64-bit Linux.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TimeSpec
{
    public long Seconds;
    public long Nanoseconds;

    public static TimeSpec FromNanoseconds(long nanoseconds) =>
        new() { Seconds = nanoseconds / 1_000_000_000, Nanoseconds = nanoseconds % 1_000_000_000 };
}

/// <summary><c>struct itimerspec</c>: fires once at <see cref="Value"/> when <see cref="Interval"/> is zero.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TimerSpec
{
    public TimeSpec Interval;
    public TimeSpec Value;
}
