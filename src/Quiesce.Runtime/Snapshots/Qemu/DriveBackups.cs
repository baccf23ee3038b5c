using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Quiesce.Runtime.Snapshots.Qemu;

/// <summary>Backup jobs of several drives, started at one instant and completed or cancelled together.</summary>
internal sealed class DriveBackups
{
    /// <summary>How often the jobs are asked how far they are. Their end is an event and not waited for by asking.</summary>
    private static readonly TimeSpan s_progressInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_mostForCancellation = TimeSpan.FromSeconds(30);

    private readonly Monitor _monitor;
    private readonly IReadOnlyList<DriveBackup> _backups;
    private readonly SnapshotContext _context;
    private bool _started;

    private DriveBackups(Monitor monitor, IReadOnlyList<DriveBackup> backups, SnapshotContext context) => (_monitor, _backups, _context) = (monitor, backups, context);

    public static DriveBackups Plan(Monitor monitor, IReadOnlyList<(string Drive, string File)> drives, SnapshotContext context, CancellationToken cancellation)
    {
        IReadOnlyList<Answer> known = monitor.Execute("query-block", null, cancellation).Items;
        List<DriveBackup> backups = [];
        foreach ((string drive, string file) in drives)
        {
            DriveBackup backup = DriveBackup.Plan(MachineDrive.Find(known, drive), file, $"quiesce-{context.RunId[..8]}-{backups.Count}");
            if (backups.Find(backup.WritesTo) is { } other)
                throw new SnapshotException($"the drives '{other.Drive}' and '{drive}' are to go into the same file '{file}'; name one for each");
            backups.Add(backup);
        }

        return new DriveBackups(monitor, backups, context);
    }

    public void Start(CancellationToken cancellation)
    {
        _started = true;
        _monitor.Execute(
            "transaction",
            arguments =>
            {
                arguments.WriteStartArray("actions");
                foreach (DriveBackup backup in _backups)
                    backup.WriteAction(arguments);
                arguments.WriteEndArray();
                if (_backups.Count > 1)
                {
                    arguments.WriteStartObject("properties");
                    arguments.WriteString("completion-mode", "grouped");
                    arguments.WriteEndObject();
                }
            },
            cancellation);
    }

    public IReadOnlyList<SnapshotPart> Complete(string? note, CancellationToken cancellation)
    {
        while (_backups.Any(backup => !backup.IsOver))
        {
            if (_monitor.NextEvent(s_progressInterval, cancellation) is { } happened)
                Note(happened);
            else
                ReportProgress(cancellation);
        }

        foreach (DriveBackup backup in _backups)
            backup.Keep();
        return [.. _backups.Select(backup => backup.Part(note))];
    }

    /// <summary>Nothing is left but what cannot be removed, and a job that does not answer.</summary>
    /// <exception cref="SnapshotException">Something is left; the message says what.</exception>
    public void Abandon()
    {
        List<string> complaints = [];
        if (_started)
            Attempt(EndJobs, complaints);
        complaints.AddRange(_backups.Where(backup => _started && !backup.IsOver).Select(backup =>
            $"the job '{backup.Job}' of the drive '{backup.Drive}' may still run, and fill the disk with a file that has no name any more: cancel it in QEMU's monitor (block-job-cancel)"));
        foreach (DriveBackup backup in _backups)
            Attempt(backup.Discard, complaints);
        if (complaints.Count > 0)
            throw new SnapshotException(string.Join("; ", complaints));
    }

    private void EndJobs()
    {
        foreach (DriveBackup backup in _backups.Where(backup => !backup.IsOver))
            backup.Cancel(_monitor);
        double deadline = MonotonicClock.NowInMilliseconds + s_mostForCancellation.TotalMilliseconds;
        while (_backups.Any(backup => !backup.IsOver) && MonotonicClock.NowInMilliseconds < deadline)
        {
            if (_monitor.NextEvent(s_progressInterval, CancellationToken.None) is { } happened)
                _backups.FirstOrDefault(backup => backup.IsMeantBy(happened))?.End();
        }
    }

    private static void Attempt(Action work, List<string> complaints)
    {
        try
        {
            work();
        }
        catch (SnapshotException failure)
        {
            complaints.Add(failure.Message);
        }
    }

    private void Note(Answer happened)
    {
        if (_backups.FirstOrDefault(backup => backup.IsMeantBy(happened)) is not { } backup)
            return;
        backup.End();
        if (DriveBackup.FailureOf(happened) is { } failure)
            throw new SnapshotException($"the backup of {backup.Drive} failed: {failure}");
    }

    private void ReportProgress(CancellationToken cancellation)
    {
        if (_context.Progress is null)
            return;
        foreach (Answer job in _monitor.Execute("query-block-jobs", null, cancellation).Items)
        {
            if (_backups.FirstOrDefault(backup => job["device"].Is(backup.Job)) is { } backup)
                _context.Progress.Report(new SnapshotProgress(backup.Drive, job["offset"].Number, job["len"].Number));
        }
    }
}
