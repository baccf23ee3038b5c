using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Reporting;

namespace Quiesce.Runtime.Running;

/// <summary>Classifies a run once everything is released, and writes it down.</summary>
/// <param name="runId">The run's name.</param>
/// <param name="startedAt">By the wall clock, in UTC.</param>
/// <param name="plan">What was run; <see langword="null"/> where a check refused it.</param>
/// <param name="plugins">Whose run it was, or would have been.</param>
/// <param name="journal">What happened.</param>
internal sealed class RunVerdict(string runId, DateTime startedAt, RunPlan? plan, IReadOnlyList<ReportedPlugin> plugins, RunJournal journal)
{
    private readonly Dictionary<PluginPlan, ScriptRecord> _records = [];

    public RunReport Report()
    {
        ReadRecords();
        IReadOnlyList<ReportedProof> proof = journal.SnapshotTaken ? Prove() : [];
        string level = Level(proof);
        (Outcome outcome, string message) = Outcome(level, proof);
        return new RunReport
        {
            RunId = runId,
            Profile = string.Join(' ', plugins.Select(plugin => plugin.Profile).Where(name => name != "")),
            Plugins = plugins,
            StartedAt = startedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            IsRehearsal = journal.IsRehearsal,
            Outcome = new ReportedOutcome(outcome.Name, outcome.Number, message, outcome.Help),
            Level = level,
            Proof = proof,
            Phases = journal.Phases,
            Stall = Standstill.Of(_records.Values.SelectMany(record => record.Engines), journal.Mounts, journal.Phases),
            Mounts = [.. journal.Mounts.Select(ReportedMount.Of)],
            Scripts = journal.Scripts,
            Snapshot = journal.Snapshot,
            Records = [.. _records.Values.Select(record => record.Document)],
            Remarks = journal.Remarks,
        };
    }

    private bool FreezeHeld => (journal.Mounts.Count > 0 || journal.SelfSnapshotted.Count > 0) && journal.Mounts.All(mount => mount.Held);

    private bool ScriptsSucceeded => journal.Scripts.Count == 2 * plan!.Plugins.Count && journal.Scripts.All(script => script is { End: "exited", ExitStatus: 0 });

    private string Level(IReadOnlyList<ReportedProof> proof) => this switch
    {
        _ when !journal.SnapshotTaken => ConsistencyLevel.None,
        _ when ScriptsSucceeded && proof.All(one => one.Holds) => ConsistencyLevel.Application,
        { FreezeHeld: true } => ConsistencyLevel.FileSystem,
        _ => ConsistencyLevel.Crash,
    };

    private (Outcome Outcome, string Message) Outcome(string level, IReadOnlyList<ReportedProof> proof)
    {
        if (journal.Failure is { } failure)
            return (failure, journal.FailureMessage);
        if (level == ConsistencyLevel.Application)
            return journal.IsRehearsal ? (OutcomeCatalogue.Rehearsed, OutcomeCatalogue.Rehearsed.Cause) : (OutcomeCatalogue.Succeeded, OutcomeCatalogue.Succeeded.Cause);
        return (OutcomeCatalogue.ProofMissing, string.Join("; ", proof.Where(one => !one.Holds).Select(one => one.Reason)));
    }

    /// <summary>The freeze alone may be what proves several plugins; that is said once.</summary>
    private IReadOnlyList<ReportedProof> Prove() => [.. plan!.Plugins.SelectMany(ProofOf).Distinct()];

    private IReadOnlyList<ReportedProof> ProofOf(PluginPlan plugin) =>
        new ConsistencyProof(plugin, plan!.FsFreezeEnabled, _records.GetValueOrDefault(plugin), journal.Mounts, journal.SelfSnapshotted, journal.Phases, journal.Snapshot!).OfEveryEngine();

    /// <summary>Of scripts that were begun, whatever became of them.</summary>
    private void ReadRecords()
    {
        foreach (PluginPlan plugin in journal.Scripts.Count == 0 ? [] : plan!.Plugins)
        {
            if (plugin.Manifest is not { Engines.Count: > 0 } manifest)
                continue;
            try
            {
                _records.Add(plugin, ScriptRecord.Read(manifest.RunDirectory, runId));
            }
            catch (OutcomeException missing)
            {
                journal.Remark(missing.Message);
            }
        }
    }
}
