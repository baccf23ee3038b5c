using System.Collections.Generic;
using System.Linq;
using Quiesce.Runtime.Reporting;

namespace Quiesce.Runtime.Running;

/// <summary>The time in which the application could not write: what a run costs those who use it.</summary>
internal static class Standstill
{
    /// <summary>From the first hold – or the freeze, where nothing is held – until the last is given back. A hold that nobody ended counts as lasting until the post script's end.</summary>
    public static ReportedInterval? Of(IEnumerable<RecordedEngine> engines, IReadOnlyList<FrozenMount> mounts, IReadOnlyList<ReportedPhase> phases)
    {
        double? postEndedMs = phases.FirstOrDefault(phase => phase.Name == "post")?.EndMs;
        ReportedInterval[] stalls =
        [
            .. engines.Where(engine => engine.HeldFromMs is not null).Select(engine => new ReportedInterval(engine.HeldFromMs!.Value, engine.HeldToMs ?? postEndedMs ?? engine.HeldFromMs.Value)),
            .. OfFreeze(mounts, phases),
        ];
        return stalls.Length == 0 ? null : new ReportedInterval(stalls.Min(stall => stall.FromMs), stalls.Max(stall => stall.ToMs));
    }

    /// <summary>The call itself counts: writers stand still while the file system comes to rest. What is written back before it does not: they go on meanwhile.</summary>
    private static IEnumerable<ReportedInterval> OfFreeze(IReadOnlyList<FrozenMount> mounts, IReadOnlyList<ReportedPhase> phases)
    {
        double? thawEndedMs = phases.FirstOrDefault(phase => phase.Name == "thaw")?.EndMs;
        return from mount in mounts
               let startMs = mount.FreezeCalledAtMs ?? mount.FrozenAtMs
               where startMs is not null
               select new ReportedInterval(startMs.Value, mount.ThawReturnedAtMs ?? thawEndedMs ?? startMs.Value);
    }
}
