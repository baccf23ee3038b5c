using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Reporting;

namespace Quiesce.Runtime.Running;

/// <summary>
/// Compares what was frozen when, what the scripts recorded, and when the snapshot was taken. A level is claimed only from here, never from exit statuses alone.
/// </summary>
/// <param name="plugin">Whose engines are judged.</param>
/// <param name="freezes">Whether a freeze is part of the run, and so of every proof.</param>
/// <param name="record">What that plugin's scripts recorded.</param>
/// <param name="mounts">What was frozen, for all plugins together.</param>
/// <param name="selfSnapshotted">What the snapshot covers atomically by itself, and nobody froze.</param>
/// <param name="phases">When our own clock saw what.</param>
/// <param name="snapshot">What is to be covered.</param>
internal sealed class ConsistencyProof(
    PluginPlan plugin,
    bool freezes,
    ScriptRecord? record,
    IReadOnlyList<FrozenMount> mounts,
    IReadOnlyList<MountPlace> selfSnapshotted,
    IReadOnlyList<ReportedPhase> phases,
    ReportedSnapshot snapshot)
{
    private const string Held = "held";
    private const string Atomic = "atomic";
    private const string Stopped = "stopped";

    public IReadOnlyList<ReportedProof> OfEveryEngine() => plugin.Manifest is { Engines.Count: > 0 } manifest
        ? [.. manifest.Engines.Select(OfEngine)]
        : [selfSnapshotted.Count == 1 && mounts.Count == 0 ? OfOwnSnapshot("") : OfFreeze("", mounts)];

    private ReportedProof OfEngine(ManifestEngine engine) => engine.Proof switch
    {
        Held or Stopped => OfHold(engine),
        Atomic => OfAtomicCopy(engine),
        _ => new ReportedProof(engine.Name, engine.Proof, Holds: false, null, null, $"this runtime knows no proof of the kind '{engine.Proof}'"),
    };

    /// <summary>The lock, or the standstill of the service, covers the freeze – or, with freezing off, the snapshot itself.</summary>
    private ReportedProof OfHold(ManifestEngine engine)
    {
        if (HoldInterval.Of(record?.Engine(engine.Name), record?.ClockResolutionMs ?? 0, phases) is not { } hold)
            return Missing(engine, "the scripts left no record of a hold in this run");

        double coveredFrom = mounts.Min(mount => mount.FrozenAtMs) is { } frozen ? Math.Min(frozen, snapshot.StartMs) : snapshot.StartMs;
        double coveredTo = mounts.Max(mount => mount.ThawedAtMs) is { } thawed ? Math.Max(thawed, snapshot.EndMs) : snapshot.EndMs;
        if (!hold.Covers(coveredFrom, coveredTo))
            return new ReportedProof(engine.Name, engine.Proof, false, hold.FromMs, hold.ToMs, $"the hold ({Span(hold.FromMs, hold.ToMs)}) does not cover freeze and snapshot ({Span(coveredFrom, coveredTo)})");
        bool needsFreeze = freezes && (mounts.Count > 0 || selfSnapshotted.Count == 0);
        if (needsFreeze && OfFreeze(engine.Name, mounts) is { Holds: false } freeze)
            return freeze with { Kind = engine.Proof };
        return new ReportedProof(engine.Name, engine.Proof, true, hold.FromMs, hold.ToMs, $"the hold covers freeze and snapshot ({Span(coveredFrom, coveredTo)})");
    }

    /// <summary>Everything that carries the engine's files, as it was found on the machine, stood still at once.</summary>
    private ReportedProof OfAtomicCopy(ManifestEngine engine)
    {
        if (record is null)
            return Missing(engine, "the scripts left no record of this run");
        if (record.Engine(engine.Name) is not { } recorded)
            return Missing(engine, "the scripts' record does not mention it");
        if (EngineFiles.WhatDidNotStandStill(recorded, engine, [.. mounts.Select(mount => mount.Place), .. selfSnapshotted]) is { } missing)
            return Missing(engine, missing);
        MountPlace[] bySnapshot = [.. selfSnapshotted.Where(mount => EngineFiles.LieOn(recorded, engine, mount))];
        if (bySnapshot.Length > 1)
            return Missing(engine, $"{string.Join(" and ", bySnapshot.Select(mount => mount.MountPoint))} have snapshots of their own, taken one after the other");
        if (bySnapshot.Length == 1 && EngineFiles.WhatIsInAnotherSubvolume(recorded, bySnapshot[0]) is { } outside)
            return Missing(engine, outside);
        return bySnapshot.Length == 1 && mounts.Count == 0 ? OfOwnSnapshot(engine.Name) : OfFreeze(engine.Name, mounts);
    }

    /// <summary>btrfs, ZFS and the device mapper fix a volume at one instant, without anybody freezing it from outside.</summary>
    private ReportedProof OfOwnSnapshot(string engine) =>
        new(engine, Atomic, true, snapshot.StartMs, snapshot.EndMs, $"one snapshot that is atomic by itself carries it ({Span(snapshot.StartMs, snapshot.EndMs)})");

    private ReportedProof OfFreeze(string engine, IReadOnlyList<FrozenMount> frozen)
    {
        if (frozen.Count == 0)
            return new ReportedProof(engine, Atomic, false, null, null, "nothing was frozen, and no engine of the profile recorded a hold");

        double? from = frozen.Max(mount => mount.FrozenAtMs);
        double? to = frozen.Min(mount => mount.ThawedAtMs);
        if (frozen.FirstOrDefault(mount => !mount.Held) is { } lost)
            return new ReportedProof(engine, Atomic, false, from, to, $"the freeze of {lost.MountPoint} did not hold: {lost.Note}");
        bool covers = from <= snapshot.StartMs && to >= snapshot.EndMs;
        return new ReportedProof(
            engine,
            Atomic,
            covers,
            from,
            to,
            $"{frozen.DistinctBy(mount => mount.Device).Count()} file system(s) frozen at once ({Span(from, to)}) {(covers ? "cover" : "do not cover")} the snapshot ({Span(snapshot.StartMs, snapshot.EndMs)})");
    }

    private static ReportedProof Missing(ManifestEngine engine, string reason) => new(engine.Name, engine.Proof, false, null, null, $"{engine.Name}: {reason}");

    private static string Span(double? from, double? to) => string.Create(CultureInfo.InvariantCulture, $"{from:F1} … {to:F1} ms");
}
