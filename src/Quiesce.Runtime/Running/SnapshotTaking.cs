using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Runtime.Running;

/// <summary>A provider's part in a run: prepared before any script, taken during the standstill, and kept or removed after everything is released again.</summary>
internal sealed class SnapshotTaking(ISnapshotProvider provider, RunJournal journal)
{
    /// <summary>What a report says of how it ended.</summary>
    private string _end = ReportedSnapshot.NotBegun;
    private IPreparedSnapshot? _prepared;
    private double _startMs;
    private double _endMs;

    /// <summary>What the snapshot covers atomically by itself, and nobody is to freeze.</summary>
    public IReadOnlyList<MountPlace> SelfSnapshotted { get; private set; } = [];

    public void Prepare(SnapshotContext context, CancellationToken cancellation)
    {
        try
        {
            _prepared = provider.PrepareAsync(context, cancellation).GetAwaiter().GetResult();
            MountTable table = MountTable.Read();
            SelfSnapshotted = [.. _prepared.SelfSnapshottedMounts.Select(table.At).OfType<MountEntry>().Select(mount => new MountPlace(mount.MountPoint, mount.Device))];
        }
        catch (SnapshotException refused)
        {
            throw new OutcomeException(OutcomeCatalogue.SnapshotImpossible, refused.Message);
        }
    }

    public void Take(TimeSpan limit, CancellationToken lost, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(limit < TimeSpan.Zero ? TimeSpan.Zero : limit);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, lost, cancellation);
        _end = ReportedSnapshot.Failed;
        _startMs = MonotonicClock.NowInMilliseconds;
        try
        {
            _prepared!.TakeAsync(any.Token).GetAwaiter().GetResult();
            _end = ReportedSnapshot.Taken;
            journal.SnapshotTaken = true;
        }
        catch (SnapshotException failure)
        {
            _end = ReportedSnapshot.Failed;
            journal.Fail(OutcomeCatalogue.SnapshotFailed, failure.Message);
        }
        catch (OperationCanceledException) when (any.IsCancellationRequested)
        {
            _end = ReportedSnapshot.Cancelled;
            cancellation.ThrowIfCancellationRequested();
            if (lost.IsCancellationRequested)
                journal.Fail(OutcomeCatalogue.FreezeNotHeld, "the freeze ended while the snapshot was being taken; the snapshot was ended");
            else
            {
                _end = ReportedSnapshot.TimedOut;
                journal.Fail(OutcomeCatalogue.SnapshotTimeout, $"'{provider.Description}' was not done within its time");
            }
        }
        finally
        {
            _endMs = MonotonicClock.NowInMilliseconds;
        }
    }

    /// <summary>Nothing stands still any more: what was taken is completed, however long that is, and of what was not nothing is left.</summary>
    public void Finish(CancellationToken cancellation)
    {
        if (_prepared is null)
            return;

        SnapshotResult result = journal.SnapshotTaken ? Commit(cancellation) : Abandon();
        if (_end != ReportedSnapshot.NotBegun)
            journal.Snapshot = ReportedSnapshot.Of(provider, _end, result, _startMs, _endMs);
    }

    private SnapshotResult Commit(CancellationToken cancellation)
    {
        try
        {
            return _prepared!.CommitAsync(cancellation).GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // Whatever somebody's provider throws: there is no snapshot then, and the report says why.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            journal.SnapshotTaken = false;
            bool cancelled = failure is OperationCanceledException && cancellation.IsCancellationRequested;
            _end = cancelled ? ReportedSnapshot.Cancelled : ReportedSnapshot.Failed;
            journal.Fail(cancelled ? OutcomeCatalogue.Cancelled : OutcomeCatalogue.SnapshotFailed, failure.Message);
            return Abandon();
        }
    }

    private SnapshotResult Abandon()
    {
        try
        {
            return _prepared!.AbandonAsync().GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // A provider that cannot clean up must not cost the report.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            journal.Remark(failure.Message);
            return new SnapshotResult();
        }
    }
}
