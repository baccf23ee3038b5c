using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Quiesce.Contract;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Scripts;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Runtime.Running;

/// <summary>
/// One run, in the contract's order: load and check, prepare the guard, pre script, freeze, snapshot, thaw, post script, classify. Every acquisition pushes its release, and the
/// releases run in reverse whatever happened: that order <i>is</i> thaw, post script, dismissal of the guard.
/// </summary>
internal sealed class BackupRun(RunRequest request, IFileSystemFreezer freezer)
{
    /// <summary>A snapshot that runs out of time is to be ended by us, with its own outcome, shortly before the guard ends the freeze.</summary>
    private static readonly TimeSpan s_marginBeforeDeadline = TimeSpan.FromMilliseconds(100);

    private readonly RunJournal _journal = new();
    private readonly Lazy<RefusedPlugins> _refused = new(() => RefusedPlugins.Of(request));
    private double? _freezeAskedMs;
    private bool _frozen;
    private bool _skipped;
    private RunPlan? _plan;

    public string RunId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Told the script's name and its milliseconds so far, at the configuration's poll time.</summary>
    public Action<string, double>? StillWaiting { get; init; }

    /// <summary>Where the run's report is to be kept: where its scripts keep their records, or the default. Known once the run is over.</summary>
    public string HistoryFolder => Path.Combine(
        (_plan is null ? _refused.Value.StateDirectory : _plan.Plugins.Select(plugin => plugin.Manifest?.StateDirectory).OfType<string>().FirstOrDefault()) ?? Limits.DefaultStateDirectory,
        RunHistory.FolderName);

    /// <summary>Told of the phases; by default nobody is.</summary>
    public RunObserver? Observer
    {
        init => _journal.Observer = value;
    }

    /// <summary>The wall clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public RunReport Execute(CancellationToken cancellation)
    {
        DateTime startedAt = Clock.GetUtcNow().UtcDateTime;
        using (var releases = new ReleaseStack(NoteFailure))
        {
            try
            {
                Advance(releases, cancellation);
            }
#pragma warning disable CA1031 // Whatever ends the run, what it acquired is released and a report is made.
            catch (Exception ended)
#pragma warning restore CA1031
            {
                NoteFailure(ended);
            }
        }

        if (_journal.Observer?.ListenerFailure is { } thrown)
            _journal.Remark(thrown);
        return new RunVerdict(RunId, startedAt, _plan, _plan?.ReportedPlugins ?? _refused.Value.Reported, _journal).Report();
    }

    private void Advance(ReleaseStack releases, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess)
            throw new OutcomeException(OutcomeCatalogue.NotPrivileged, "the process does not run as root");

        _journal.IsRehearsal = request.Snapshot is NoSnapshot;
        RunPlan plan = _plan = _journal.Phase("check", Check);
        releases.Push(plan.Dispose);
        foreach (Remark remark in plan.Remarks)
            _journal.Remark(remark.ToString());

        var snapshot = new SnapshotTaking(request.Snapshot, _journal);
        releases.Push(() => snapshot.Finish(cancellation));
        IPreparedFreeze? freeze = _journal.Phase("prepare", () => Prepare(plan, snapshot, releases, cancellation));
        var scripts = new PluginScripts(plan, RunId, [.. freeze?.Devices ?? [], .. _journal.SelfSnapshotted.Select(mount => mount.Device)], StillWaiting);
        releases.Push(scripts.Dispose);

        cancellation.ThrowIfCancellationRequested();
        RunPreScripts(plan, scripts, releases, cancellation);
        if (freeze is not null)
            Freeze(freeze, releases, cancellation);
        TakeSnapshot(plan, snapshot, freeze?.Lost ?? CancellationToken.None, cancellation);
    }

    private RunPlan Check()
    {
        SessionProcess.RequireSupport();
        return RunPlanLoader.Load(request);
    }

    /// <summary>Whatever takes time: the snapshot's preparation, opened mounts, the guard. What the snapshot covers by itself is not frozen.</summary>
    private IPreparedFreeze? Prepare(RunPlan plan, SnapshotTaking snapshot, ReleaseStack releases, CancellationToken cancellation)
    {
        IReadOnlyList<string> mounts = plan.MountsFor(request, freezer);
        snapshot.Prepare(new SnapshotContext { RunId = RunId, Profile = plan.ProfileName, Mounts = mounts, Progress = request.Progress }, cancellation);
        _journal.SelfSnapshotted = snapshot.SelfSnapshotted;
        string[] toFreeze = [.. mounts.Except(snapshot.SelfSnapshotted.Select(mount => mount.MountPoint))];
        if (toFreeze.Length == 0)
            return null;

        IPreparedFreeze freeze = freezer.Prepare(toFreeze, plan.FreezeLimit, plan.RestLimit, cancellation);
        releases.Push(freeze.Dispose);
        foreach (string hazard in freeze.Hazards)
            _journal.Remark(hazard);
        return freeze;
    }

    /// <summary>The post scripts are due as soon as the pre scripts have begun: one that failed half-way may have taken something.</summary>
    private void RunPreScripts(RunPlan plan, PluginScripts scripts, ReleaseStack releases, CancellationToken cancellation)
    {
        var forPost = new DescriptorReserve(plan.Plugins.Count);
        releases.Push(() =>
        {
            forPost.Dispose();
            RunScripts("post", plugin => plugin.Post, scripts, CancellationToken.None);
        });
        PluginPlan[] failed = [.. RunScripts("pre", plugin => plugin.Pre, scripts, cancellation)];
        cancellation.ThrowIfCancellationRequested();

        // Where a policy wants no application-consistent point, no lesser one was asked for either.
        if (_skipped)
            throw new OutcomeException(OutcomeCatalogue.Skipped, "no snapshot is taken where a role policy skips the run");

        // Without a freeze a snapshot after a failed pre script would have nothing at all to rest on.
        if (failed.FirstOrDefault(plugin => !(plugin.Config.ContinueBackupOnFailure && plan.FsFreezeEnabled)) is { } decisive)
            throw new OutcomeException(decisive.Pre.Failed, "no snapshot is taken after a failed pre script: continueBackupOnFailure or fsFreezeEnabled is false");
    }

    /// <returns>The plugins whose script did not succeed.</returns>
    private IReadOnlyList<PluginPlan> RunScripts(string name, Func<PluginPlan, HostScript> script, PluginScripts scripts, CancellationToken cancellation)
    {
        IReadOnlyList<(PluginPlan Plugin, ScriptResult Result)> ended = _journal.Phase(name, () => scripts.Run(script, cancellation));
        foreach ((PluginPlan plugin, ScriptResult result) in ended)
            Note(plugin, script(plugin), result);
        return [.. ended.Where(one => !one.Result.Succeeded).Select(one => one.Plugin)];
    }

    private void Note(PluginPlan plugin, HostScript script, ScriptResult result)
    {
        _journal.Scripts.Add(ReportedScript.Of(plugin.Name, script, result));
        _skipped |= IsSkipped(plugin, result);
        if (result.End == ProgramWaitEnd.TimedOut)
            _journal.Fail(script.TimedOut, $"{script.File.Path} ran past its time limit");
        else if (result is { End: ProgramWaitEnd.Exited, ExitStatus: not 0 })
            _journal.Fail(IsSkipped(plugin, result) ? OutcomeCatalogue.Skipped : script.Failed, $"{script.File.Path} exited with status {result.ExitStatus}{MeaningOf(plugin, result.ExitStatus)}");
    }

    /// <summary>Not a failure: a role policy says that this machine is not the one.</summary>
    private static bool IsSkipped(PluginPlan plugin, ScriptResult script) => plugin.Manifest is not null && script.ExitStatus == ScriptExitStatus.Skipped.Number;

    /// <summary>A compiled script's status has a meaning; what somebody else's means, only they know.</summary>
    private static string MeaningOf(PluginPlan plugin, int? status) => plugin.Manifest is not null && ScriptExitStatus.All.FirstOrDefault(known => known.Number == status) is { } known
        ? $" ({known.Name}): {known.Cause}; {known.Remedy}"
        : "";

    private void Freeze(IPreparedFreeze freeze, ReleaseStack releases, CancellationToken cancellation)
    {
        releases.Push(() => Thaw(freeze));
        cancellation.ThrowIfCancellationRequested();
        _frozen = _journal.Phase("freeze", () =>
        {
            freeze.WriteBack(cancellation);
            // From here on, for nothing is frozen before: it is the guard's deadline too.
            _freezeAskedMs = MonotonicClock.NowInMilliseconds;
            freeze.Freeze(cancellation);
            return true;
        });
    }

    private void Thaw(IPreparedFreeze freeze)
    {
        IReadOnlyList<FrozenMount> mounts = _journal.Mounts = _journal.Phase("thaw", freeze.Thaw);
        foreach (FrozenMount mount in mounts.Where(mount => _frozen && !mount.Held))
            _journal.Fail(OutcomeCatalogue.FreezeNotHeld, $"{mount.MountPoint}: {mount.Note ?? "it was no longer frozen when it was to be thawed"}");
    }

    private void TakeSnapshot(RunPlan plan, SnapshotTaking snapshot, CancellationToken lost, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _journal.Phase("snapshot", () =>
        {
            snapshot.Take(TimeLeft(plan), lost, cancellation);
            return true;
        });
    }

    /// <summary>With a freeze, what its deadline leaves: a snapshot that is still at work when the guard thaws is worthless.</summary>
    private TimeSpan TimeLeft(RunPlan plan) => _freezeAskedMs is { } asked
        ? plan.SnapshotLimit - TimeSpan.FromMilliseconds(MonotonicClock.NowInMilliseconds - asked) - s_marginBeforeDeadline
        : plan.SnapshotLimit;

    private void NoteFailure(Exception failure)
    {
        switch (failure)
        {
            case OutcomeException { Outcome: var outcome }:
                _journal.Fail(outcome, failure.Message);
                break;
            case OperationCanceledException:
                _journal.Fail(OutcomeCatalogue.Cancelled, "a signal or the caller asked the run to end");
                break;
            default:
                _journal.Fail(OutcomeCatalogue.InternalError, failure.ToString());
                break;
        }
    }
}
