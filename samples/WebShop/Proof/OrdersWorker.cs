using System.Globalization;
using System.IO;
using System.Linq;

namespace WebShop.Proof;

/// <summary>The profile's own step: the worker was stopped before the first engine, and was started again after the last was released.</summary>
internal static class OrdersWorker
{
    /// <summary>The log has a line <c>VERB SERVICE UPTIME</c> for each call, the uptime in seconds as <c>/proc/uptime</c> shows it.</summary>
    public static Claim RestedMeanwhile(string servicesPath, RunReport report)
    {
        var calls = File.ReadAllLines(servicesPath).Select(line => line.Split(' ')).ToList();
        var verbs = string.Join(", ", calls.Select(call => call[0]));
        if (verbs != "start, stop, start")
            return new("run", false, $"the worker's service was called '{verbs}' instead of 'start, stop, start'");

        var stoppedMs = UptimeMs(calls[1]);
        var startedMs = UptimeMs(calls[2]);
        var firstStopMs = report.Record.Engines.Min(engine => engine.StoppedAtMs);
        var lastReleaseMs = report.Record.Engines.Max(engine => engine.HeldToMs);
        return stoppedMs <= firstStopMs && startedMs >= lastReleaseMs
            ? new("run", true, "orders-worker rested from before the first engine's stop until after the last one's release")
            : new("run", false, $"orders-worker stopped at {stoppedMs} and started at {startedMs}; the engines stood from {firstStopMs} to {lastReleaseMs}");
    }

    private static double UptimeMs(string[] call) => double.Parse(call[2], CultureInfo.InvariantCulture) * 1000;
}
