using System;
using System.Collections.Generic;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Reporting;

namespace Quiesce.Runtime.Running;

/// <summary>What happens during a run, in memory only: while file systems are frozen nothing may be written.</summary>
internal sealed class RunJournal
{
    private readonly List<ReportedPhase> _phases = [];
    private readonly List<string> _remarks = [];

    public IReadOnlyList<ReportedPhase> Phases => _phases;

    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>What ended the run, or would have: the first failure is the cause of whatever follows.</summary>
    public Outcome? Failure { get; private set; }

    public string FailureMessage { get; private set; } = "";

    public List<ReportedScript> Scripts { get; } = [];

    public IReadOnlyList<FrozenMount> Mounts { get; set; } = [];

    /// <summary>What the snapshot covers atomically by itself, and nobody froze.</summary>
    public IReadOnlyList<MountPlace> SelfSnapshotted { get; set; } = [];

    public ReportedSnapshot? Snapshot { get; set; }

    /// <summary>Whether a complete snapshot exists.</summary>
    public bool SnapshotTaken { get; set; }

    /// <summary>Whether no snapshot is wanted.</summary>
    public bool IsRehearsal { get; set; }

    public void Remark(string remark) => _remarks.Add(remark);

    public void Fail(Outcome outcome, string message)
    {
        if (Failure is not null)
        {
            Remark($"{outcome.Name} ({outcome.Number}): {message}");
            return;
        }

        Failure = outcome;
        FailureMessage = message;
    }

    /// <summary>Told of the phases; <see langword="null"/> when nobody listens.</summary>
    public RunObserver? Observer { get; set; }

    public T Phase<T>(string name, Func<T> work)
    {
        Observer?.PhaseBegins(name);
        double start = MonotonicClock.NowInMilliseconds;
        try
        {
            return work();
        }
        finally
        {
            _phases.Add(new ReportedPhase(name, start, MonotonicClock.NowInMilliseconds));
            Observer?.PhaseEnded(_phases[^1]);
        }
    }
}
