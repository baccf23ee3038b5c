using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Runtime;

/// <summary>What a run has reached. Everything there is to know is in <see cref="ReportJson"/>.</summary>
public sealed record RunResult
{
    private RunResult()
    {
    }

    /// <summary>32 hexadecimal digits.</summary>
    public required string RunId { get; init; }

    /// <summary>What the recovery point promises. Of a rehearsal: what one would have promised.</summary>
    public required RecoveryPointLevel Level { get; init; }

    /// <summary>The outcome's name, as <c>quiesce explain</c> knows it: <c>Succeeded</c>, <c>Pre-ScriptTimeout</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The outcome's number: 0 for an application-consistent snapshot with its proof, below 900 the host contract's own, from 900 on the runtime's.</summary>
    public required int OutcomeNumber { get; init; }

    /// <summary>What happened this time, and after a failure what helps.</summary>
    public required string Message { get; init; }

    /// <summary>An engine's proof each, or what it lacks, in words.</summary>
    public required IReadOnlyList<string> Proof { get; init; }

    /// <summary>How long each phase took, in their order.</summary>
    public required IReadOnlyList<(string Name, TimeSpan Duration)> Phases { get; init; }

    /// <summary>For how long the application stood still, from the first engine's stop or the freeze on; <see langword="null"/> where nothing did.</summary>
    public required TimeSpan? Stall { get; init; }

    /// <summary>What the snapshot consists of; empty where there is none, and where its provider does not know.</summary>
    public required IReadOnlyList<SnapshotPart> Snapshot { get; init; }

    /// <summary>The whole report, as <c>quiesce run --json</c> prints it.</summary>
    public required string ReportJson { get; init; }

    /// <summary>Goes on only with an application-consistent result.</summary>
    /// <returns>This result.</returns>
    /// <exception cref="InvalidOperationException">The level is less; the message says why.</exception>
    public RunResult EnsureApplicationConsistent() => OutcomeNumber == 0 ? this : throw new InvalidOperationException($"{Outcome} ({OutcomeNumber}): {Message}");

    internal static RunResult Of(RunReport report) => new()
    {
        RunId = report.RunId,
        Level = report.Level switch
        {
            ConsistencyLevel.Application => RecoveryPointLevel.Application,
            ConsistencyLevel.FileSystem => RecoveryPointLevel.FileSystem,
            ConsistencyLevel.Crash => RecoveryPointLevel.Crash,
            _ => RecoveryPointLevel.None,
        },
        Outcome = report.Outcome.Name,
        OutcomeNumber = report.Outcome.Number,
        Message = report.Outcome.Number == 0 ? report.Outcome.Message : $"{report.Outcome.Message} What helps: {report.Outcome.Help}",
        Proof = [.. report.Proof.Select(proof => $"{(proof.Engine == "" ? "" : proof.Engine + ": ")}{(proof.Holds ? "proven" : "not proven")}, {proof.Reason}")],
        Phases = [.. report.Phases.Select(phase => (phase.Name, TimeSpan.FromMilliseconds(phase.EndMs - phase.StartMs)))],
        Stall = report.Stall is { } stall ? TimeSpan.FromMilliseconds(stall.ToMs - stall.FromMs) : null,
        Snapshot = report.Snapshot?.Parts ?? [],
        ReportJson = ReportFile.Text(report),
    };
}
