using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Runtime.Reporting;

namespace Quiesce.Runtime.Running;

/// <summary>
/// When a lock was certainly held. The scripts' clock has steps, and shows the beginning of one: what they recorded may be up to one step too early. Where a step is coarser than what is
/// compared, our own clock knows better: a lock was taken before the pre script that took it ended, and a post script that found it unbroken found it so after it was started.
/// </summary>
internal readonly record struct HoldInterval(double FromMs, double ToMs)
{
    /// <summary>Nothing where the scripts recorded no hold, or none that the post script found unbroken.</summary>
    public static HoldInterval? Of(RecordedEngine? engine, double clockResolutionMs, IReadOnlyList<ReportedPhase> phases)
    {
        if (engine is not { HeldFromMs: { } from, HeldToMs: { } to })
            return null;
        double preEndedMs = phases.Where(phase => phase.Name == "pre").Select(phase => phase.EndMs).DefaultIfEmpty(double.MaxValue).Single();
        double postStartedMs = phases.Where(phase => phase.Name == "post").Select(phase => phase.StartMs).DefaultIfEmpty(double.MinValue).Single();
        return new HoldInterval(Math.Min(from + clockResolutionMs, preEndedMs), Math.Max(to, postStartedMs));
    }

    public bool Covers(double fromMs, double toMs) => FromMs <= fromMs && ToMs >= toMs;
}
