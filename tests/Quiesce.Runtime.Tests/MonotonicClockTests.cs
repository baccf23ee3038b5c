using System.Globalization;
using System.IO;
using Xunit;

namespace Quiesce.Runtime.Tests;

public sealed class MonotonicClockTests
{
    [Fact]
    public void Lies_between_two_readings_of_the_kernels_uptime()
    {
        double before = Uptime();
        double now = MonotonicClock.NowInMilliseconds;
        double after = Uptime();

        // /proc/uptime is cut to hundredths of a second.
        Assert.InRange(now, before, after + 10);
    }

    private static double Uptime() =>
        double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture) * 1000;
}
