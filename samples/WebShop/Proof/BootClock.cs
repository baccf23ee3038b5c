using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace WebShop.Proof;

/// <summary>
/// Milliseconds since boot (<c>CLOCK_BOOTTIME</c>): the clock in which Quiesce's reports and records state their times. <c>/proc/uptime</c> shows it in steps of 10 ms, so the moment
/// of a step is caught once and finer time is counted from there.
/// </summary>
internal sealed class BootClock
{
    private readonly double _uptimeMs;
    private readonly long _ticks;

    private BootClock(double uptimeMs, long ticks)
    {
        _uptimeMs = uptimeMs;
        _ticks = ticks;
    }

    public double NowMs => _uptimeMs + Stopwatch.GetElapsedTime(_ticks).TotalMilliseconds;

    public static BootClock Start()
    {
        var first = ReadUptimeMs();
        while (true)
        {
            var next = ReadUptimeMs();
            if (next > first)
                return new BootClock(next, Stopwatch.GetTimestamp());
        }
    }

    private static double ReadUptimeMs()
    {
        var text = File.ReadAllText("/proc/uptime");
        return double.Parse(text.AsSpan(0, text.IndexOf(' ')), NumberStyles.Float, CultureInfo.InvariantCulture) * 1000;
    }
}
