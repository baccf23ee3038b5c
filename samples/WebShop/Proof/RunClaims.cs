using System.Collections.Generic;
using System.Linq;

namespace WebShop.Proof;

/// <summary>What the run's own report must say, looked at again instead of believed: the intervals, and not only the level that was drawn from them.</summary>
internal static class RunClaims
{
    public static IEnumerable<Claim> Of(RunReport report)
    {
        var frozen = report.Phase("freeze");
        var thaw = report.Phase("thaw");
        yield return new("run", report.Level == "application", $"outcome {report.Outcome.Name}, level {report.Level}");
        yield return frozen.EndMs <= report.Snapshot.StartMs && report.Snapshot.EndMs <= thaw.StartMs
            ? new("run", true, "the freeze covered the whole snapshot")
            : new("run", false, "the freeze did not cover the whole snapshot");
        foreach (var hold in report.Proof.Where(proof => proof.Kind == "held"))
        {
            yield return hold.FromMs <= frozen.StartMs && thaw.EndMs <= hold.ToMs
                ? new(hold.Engine, true, "the lock was held over the whole freeze")
                : new(hold.Engine, false, "the lock was not held over the whole freeze");
        }
    }
}
