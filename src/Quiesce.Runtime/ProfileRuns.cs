using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Runtime;

/// <summary>Runs a profile from a program, as <c>quiesce run</c> does. Needs root and Linux.</summary>
public static class ProfileRuns
{
    /// <inheritdoc cref="RunAsync(ProfileHandle, ISnapshotProvider, RunOptions, CancellationToken)"/>
    public static Task<RunResult> RunAsync(this ProfileHandle profile, ISnapshotProvider snapshot, CancellationToken cancellationToken = default) =>
        RunAsync(profile, snapshot, new RunOptions(), cancellationToken);

    /// <summary>
    /// Takes one snapshot: checks, pre script, freeze, snapshot, thaw, post script – and says what the result is worth, with its proof. A failure is a result and not an exception; whatever
    /// ends the run, everything is thawed and released before the task ends.
    /// </summary>
    /// <param name="profile">The profile: <c>WebShop.Profile</c>.</param>
    /// <param name="snapshot">What takes the snapshot; <see cref="Snapshot"/> has the ones that come along.</param>
    /// <param name="options">What differs from the defaults.</param>
    /// <param name="cancellationToken">Ends the run. Nothing of the snapshot is left then.</param>
    /// <returns>What was reached.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled, and everything is thawed and released.</exception>
    public static Task<RunResult> RunAsync(this ProfileHandle profile, ISnapshotProvider snapshot, RunOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(options);
        // A thread of its own: a run waits in the kernel, for up to half an hour, and must not depend on a pool that somebody else has used up while file systems are frozen.
        return Task.Factory.StartNew(
            () => Run(profile, snapshot, options, cancellationToken), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
    }

    /// <summary>Goes the whole way – engines brought to rest, file systems frozen – without a snapshot, and measures for how long the application stands still.</summary>
    /// <param name="profile">The profile: <c>WebShop.Profile</c>.</param>
    /// <param name="options">What differs from the defaults.</param>
    /// <param name="cancellationToken">Ends the rehearsal.</param>
    /// <returns>What a snapshot would have been worth, and the stall.</returns>
    /// <exception cref="OperationCanceledException">The rehearsal was cancelled, and everything is thawed and released.</exception>
    public static Task<RunResult> RehearseAsync(this ProfileHandle profile, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(profile, new NoSnapshot(), options ?? new RunOptions(), cancellationToken);

    private static RunResult Run(ProfileHandle profile, ISnapshotProvider snapshot, RunOptions options, CancellationToken cancellation)
    {
        using var observer = new RunObserver(profile.Name, options);
        var request = new RunRequest
        {
            ProfileFolder = ProfileFolder.Write(profile),
            Mounts = options.Mounts,
            AllMounts = options.AllMounts,
            Snapshot = snapshot,
            Progress = observer,
        };
        var freezer = new GuardedFreezer { Guard = () => GuardProgram.Find(options.GuardExecutable) };
        var run = new BackupRun(request, freezer) { Observer = observer, Clock = options.TimeProvider, StillWaiting = observer.StillWaiting };
        observer.Begin(run.RunId);
        RunReport report = run.Execute(cancellation);
        Keep(report, new RunHistory(run.HistoryFolder), observer);
        observer.End(report);
        return report.Outcome.Number == OutcomeCatalogue.Cancelled.Number ? throw new OperationCanceledException(report.Outcome.Message, cancellation) : RunResult.Of(report);
    }

    /// <summary>As <c>quiesce show</c> finds it. A backup is not the worse for a history that is full.</summary>
    private static void Keep(RunReport report, RunHistory history, RunObserver observer)
    {
        try
        {
            history.Keep(report);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            observer.NotKept(history.Folder, failure.Message);
        }
    }
}
