using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using Microsoft.Extensions.Logging;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Runtime.Running;

/// <summary>
/// Tells a program's own listeners of a run: log, progress, activities. Whatever they do – they may well write to a disk – they do it before the freeze or after the thaw; in between, what
/// there is to tell is kept. One that throws costs neither the run nor its proof.
/// </summary>
internal sealed partial class RunObserver(string profile, RunOptions options) : IProgress<SnapshotProgress>, IDisposable
{
    private static readonly ActivitySource s_activities = new("Quiesce.Runtime");

    private readonly List<Action> _kept = [];
    private Activity? _activity;
    private IDisposable? _scope;
    private string _runId = "";
    private string _phase = "";
    private bool _frozen;
    private string? _listenerFailure;

    /// <summary>What the first listener that threw has thrown.</summary>
    public string? ListenerFailure => _listenerFailure;

    public void Begin(string runId)
    {
        _runId = runId;
        Guarded(() =>
        {
            _activity = s_activities.StartActivity("quiesce.run")?.SetTag("quiesce.profile", profile).SetTag("quiesce.run_id", runId);
            _scope = options.Logger.BeginScope("run {RunId} of {Profile}", runId, profile);
            Log.RunBegins(options.Logger, profile, runId);
        });
    }

    public void PhaseBegins(string name)
    {
        _phase = name;
        _frozen |= name == "freeze";
        Tell(() => options.Progress?.Report(new RunProgress(_runId, name, TimeSpan.Zero)));
    }

    public void PhaseEnded(ReportedPhase phase)
    {
        Tell(() => Log.PhaseOver(options.Logger, phase.Name, phase.EndMs - phase.StartMs));
        if (phase.Name != "thaw")
            return;
        _frozen = false;
        _kept.ForEach(Guarded);
        _kept.Clear();
    }

    public void StillWaiting(string script, double milliseconds)
    {
        Guarded(() => Log.StillAtWork(options.Logger, script, milliseconds / 1000));
        Guarded(() => options.Progress?.Report(new RunProgress(_runId, script, TimeSpan.FromMilliseconds(milliseconds))));
    }

    public void Report(SnapshotProgress value) => Guarded(() => options.Progress?.Report(new RunProgress(_runId, _phase, TimeSpan.Zero, value)));

    public void End(RunReport report) => Guarded(() => TellTheEnd(report));

    public void NotKept(string folder, string reason) => Guarded(() => Log.NotKept(options.Logger, folder, reason));

    public void Dispose()
    {
        Guarded(() => _activity?.Dispose());
        Guarded(() => _scope?.Dispose());
    }

    private void TellTheEnd(RunReport report)
    {
        Log.RunEnded(options.Logger, report.Outcome.Number == 0 ? LogLevel.Information : LogLevel.Error, report.Outcome.Name, report.Outcome.Number, report.Level, report.Outcome.Message);
        if (_activity is null)
            return;

        _activity.SetTag("quiesce.outcome", report.Outcome.Name).SetTag("quiesce.level", report.Level);
        if (report.Outcome.Number != 0)
            _activity.SetStatus(ActivityStatusCode.Error, report.Outcome.Message);
        foreach (ReportedPhase phase in report.Phases)
            AddPhase(_activity, phase, report.Phases[0].StartMs);
    }

    /// <summary>Made when the run is over: a listener is called at the start and at the end of an activity.</summary>
    private static void AddPhase(Activity run, ReportedPhase phase, double beganMs)
    {
        DateTime start = run.StartTimeUtc.AddMilliseconds(phase.StartMs - beganMs);
        using Activity? activity = s_activities.StartActivity("quiesce." + phase.Name, ActivityKind.Internal, run.Context, startTime: start);
        activity?.SetEndTime(start.AddMilliseconds(phase.EndMs - phase.StartMs));
    }

    private void Tell(Action told)
    {
        if (_frozen)
            _kept.Add(told);
        else
            Guarded(told);
    }

    /// <summary>From several threads where several scripts are waited for.</summary>
    private void Guarded(Action telling)
    {
        try
        {
            telling();
        }
#pragma warning disable CA1031 // Whatever somebody's listener throws.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _listenerFailure, $"the run went on without its listener, which threw {thrown.GetType().Name}: {thrown.Message}", null);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Profile}: run {RunId} begins")]
        public static partial void RunBegins(ILogger logger, string profile, string runId);

        [LoggerMessage(2, LogLevel.Debug, "{Phase} took {Milliseconds} ms")]
        public static partial void PhaseOver(ILogger logger, string phase, double milliseconds);

        [LoggerMessage(3, LogLevel.Information, "the {Script} script has been at work for {Seconds} s")]
        public static partial void StillAtWork(ILogger logger, string script, double seconds);

        [LoggerMessage(5, LogLevel.Warning, "the run cannot be kept in {Folder}: {Reason}")]
        public static partial void NotKept(ILogger logger, string folder, string reason);

        [LoggerMessage(EventId = 4, Message = "{Outcome} ({Number}), level {Level}: {Message}")]
        public static partial void RunEnded(ILogger logger, LogLevel severity, string outcome, int number, string level, string message);
    }
}
