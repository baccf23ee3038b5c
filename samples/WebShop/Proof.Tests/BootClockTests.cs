using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace WebShop.Proof.Tests;

public class BootClockTests
{
    private const double StepAndError = 10.1;

    [Fact]
    public void It_lies_between_what_the_kernel_shows_before_and_after()
    {
        for (var look = 0; look < 100; look++)
        {
            var clock = BootClock.Start();
            var before = UptimeMs();
            var now = clock.NowMs;
            Assert.InRange(now, before, UptimeMs() + StepAndError);
        }
    }

    private static double UptimeMs() => double.Parse(File.ReadAllText("/proc/uptime").Split(' ').First(), CultureInfo.InvariantCulture) * 1000;
}
