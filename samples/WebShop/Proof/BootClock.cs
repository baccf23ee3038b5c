using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace WebShop.Proof;

/// <summary>
/// Milliseconds since boot (<c>CLOCK_BOOTTIME</c>): the clock in which Quiesce's reports and records state their times. <c>/proc/uptime</c> shows it in steps of 10 ms; each look at it
/// between two of our own time stamps bounds the difference of the clocks, and many looks together bound it narrowly. A busy machine that puts us aside in the middle of a look makes that
/// look worth less, and never wrong.
/// </summary>
internal sealed class BootClock
{
    private const double StepMs = 10;
    private const double NarrowEnoughMs = 0.1;

    private readonly double _differenceMs;

    private BootClock(double differenceMs) => _differenceMs = differenceMs;

    /// <summary>Never earlier than it is, and at most <see cref="NarrowEnoughMs"/> later: a write must not seem acknowledged before it was.</summary>
    public double NowMs => OwnMs() + _differenceMs;

    public static BootClock Start()
    {
        var (least, most) = (double.MinValue, double.MaxValue);
        while (most - least > NarrowEnoughMs)
        {
            var before = OwnMs();
            var uptime = ReadUptimeMs();
            var after = OwnMs();
            least = Math.Max(least, uptime - after);
            most = Math.Min(most, uptime + StepMs - before);
        }

        return new BootClock(most);
    }

    private static double OwnMs() => Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;

    private static double ReadUptimeMs()
    {
        var text = File.ReadAllText("/proc/uptime");
        return double.Parse(text.AsSpan(0, text.IndexOf(' ')), NumberStyles.Float, CultureInfo.InvariantCulture) * 1000;
    }
}
