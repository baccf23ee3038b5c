using System.Collections.Generic;
using System.Linq;

namespace WebShop.Proof;

/// <summary>The longest time a writer's statement took, minus the same writer's median: what the application felt.</summary>
internal static class Stall
{
    /// <summary>The longest stall of any of the engine's writers among the statements that were under way between the two moments.</summary>
    public static double Longest(IEnumerable<Write> writes, string engine, double fromMs, double toMs)
        => writes.Where(write => write.Engine == engine).GroupBy(write => write.Writer).Max(writer =>
        {
            var duringRun = writer.Where(write => write.AcknowledgedMs >= fromMs && write.SentMs <= toMs).Select(write => write.DurationMs);
            return duringRun.DefaultIfEmpty().Max() - Median(writer.Select(write => write.DurationMs));
        });

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
