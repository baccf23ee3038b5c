using System;
using System.Linq;
using System.Text.Json;
using Quiesce.Contract.Artifacts;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;

namespace Quiesce.Runtime.History;

/// <summary>Reads what compiled scripts recorded under another host as the report that such a host does not make. What only the host saw – freeze, snapshot, level – stays unknown.</summary>
internal static class RecordedReport
{
    /// <summary>A record has a result where a report has an outcome.</summary>
    public static bool IsRecord(JsonElement document) => document.ValueKind == JsonValueKind.Object && document.TryGetProperty("result", out _) && !document.TryGetProperty("outcome", out _);

    /// <exception cref="JsonException">The record is not one that this version knows.</exception>
    public static RunReport Of(JsonElement document, DateTime endedAt)
    {
        RecordedRun run = document.Deserialize(RecordedRunJson.Default.RecordedRun) ?? throw new JsonException("the record is null");
        var whole = new ReportedPhase("scripts", run.BeganMs, run.EndedMs);
        return new RunReport
        {
            RunId = run.RunId,
            Profile = run.Profile,
            Plugins = [new ReportedPlugin("", run.Profile)],
            StartedAt = PastRun.Text(endedAt - TimeSpan.FromMilliseconds(run.EndedMs - run.BeganMs)),
            Outcome = OutcomeOf(run),
            Level = ConsistencyLevel.Unknown,
            Proof = [.. run.Engines.Select(engine => ProofOf(engine))],
            Phases = [whole],
            Stall = Standstill.Of(run.Engines, [whole]),
            Mounts = [],
            Scripts = [],
            Snapshot = null,
            Records = [document],
            Remarks = ["another host ran the scripts: it alone knows whether the freeze covered the snapshot"],
        };
    }

    private static ReportedOutcome OutcomeOf(RecordedRun run) => ScriptExitStatus.All.FirstOrDefault(known => known.Name == run.Result) is { } status
        ? new ReportedOutcome(status.Name, status.Number, run.Reason ?? status.Cause, status.Remedy)
        : throw new JsonException($"'{run.Result}' is no result that this version knows");

    private static ReportedProof ProofOf(RecordedEngine engine) => engine is { HeldFromMs: { } from, HeldToMs: { } to }
        ? new ReportedProof(engine.Name, engine.Proof, Holds: true, from, to, "the scripts found the hold unbroken; what it covered, only the host knows")
        : new ReportedProof(engine.Name, engine.Proof, Holds: false, engine.HeldFromMs, null, "the scripts recorded no hold that lasted");
}
