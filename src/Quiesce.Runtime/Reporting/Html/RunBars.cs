using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Quiesce.Runtime.Running;

namespace Quiesce.Runtime.Reporting.Html;

/// <summary>Chooses what the timelines of a run show.</summary>
internal static class RunBars
{
    private const int MostFreezes = 12;

    /// <summary>The whole run, phase by phase.</summary>
    public static IReadOnlyList<Bar> Phases(RunReport report) => [.. report.Phases.Select(phase => new Bar(phase.Name, KindOf(phase.Name), phase.StartMs, phase.EndMs))];

    /// <summary>
    /// The stall first, and below it what it consists of, each inside the one above: the holds, the first taken outermost, then the freeze, and in it the snapshot.
    /// </summary>
    public static IReadOnlyList<Bar> Standstill(RunReport report) => report.Stall is not { } stall
        ? []
        :
        [
            new Bar("stall", "stall", stall.FromMs, stall.ToMs),
            .. OutermostFirst(Holds(report)),
            .. OutermostFirst(Freezes(report, stall.ToMs)),
            .. report.Snapshot is { } snapshot ? [new Bar("snapshot", "snapshot", snapshot.StartMs, snapshot.EndMs)] : (Bar[])[],
        ];

    private static Bar[] OutermostFirst(IEnumerable<Bar> bars)
    {
        Bar[] sorted = [.. bars];
        Array.Sort(sorted, (one, other) => one.FromMs != other.FromMs ? one.FromMs.CompareTo(other.FromMs) : other.ToMs.CompareTo(one.ToMs));
        return sorted;
    }

    private static IEnumerable<Bar> Holds(RunReport report) =>
        from record in report.Records
        from engine in record.Deserialize(ScriptRecordJson.Default.ScriptRecord)?.Engines ?? []
        where engine.HeldFromMs.HasValue
        select new Bar("hold of " + engine.Name, "hold", engine.HeldFromMs!.Value, engine.HeldToMs ?? report.Stall!.ToMs);

    /// <summary>A bar a mount; of many, which would be nothing but a wall of bars, from the first to the last, and all at once. Each has its row in the page's table.</summary>
    private static IEnumerable<Bar> Freezes(RunReport report, double stallEndedMs)
    {
        Bar[] each = [.. report.Mounts
            .Where(mount => mount.FrozenAtMs.HasValue)
            .Select(mount => new Bar("freeze of " + mount.MountPoint, "freeze", mount.FrozenAtMs!.Value, mount.ThawedAtMs ?? stallEndedMs))];
        if (each.Length <= MostFreezes)
            return each;

        var any = new Bar(string.Create(CultureInfo.InvariantCulture, $"freeze of {each.Length} mounts"), "freeze", each.Min(bar => bar.FromMs), each.Max(bar => bar.ToMs));
        var all = new Bar("all of them at once", "freeze", each.Max(bar => bar.FromMs), each.Min(bar => bar.ToMs));
        return all.FromMs <= all.ToMs ? [any, all] : [any];
    }

    private static string KindOf(string phase) => phase switch
    {
        "freeze" or "thaw" => "freeze",
        "snapshot" => "snapshot",
        "pre" or "post" or "scripts" => "script",
        _ => "check",
    };
}
