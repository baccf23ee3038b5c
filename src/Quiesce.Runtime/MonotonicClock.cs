using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime;

/// <summary>
/// The one clock of a run: milliseconds of <c>CLOCK_BOOTTIME</c>, which no administrator can set back and which goes on while the machine sleeps. The compiled
/// scripts, the guard and the sentinel read the same clock, so that their intervals can be compared with ours.
/// </summary>
internal static class MonotonicClock
{
    public static double NowInMilliseconds => NowInNanoseconds / 1e6;

    public static long NowInNanoseconds
    {
        get
        {
            LibC.clock_gettime(LibC.CLOCK_BOOTTIME, out TimeSpec now);
            return now.Seconds * 1_000_000_000 + now.Nanoseconds;
        }
    }
}
