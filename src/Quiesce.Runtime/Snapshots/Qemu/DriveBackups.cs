using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
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
        JsonElement[] known = [.. monitor.Execute("query-block", null, cancellation).EnumerateArray()];
        return new DriveBackups(monitor, [.. drives.Select((drive, index) => DriveBackup.Plan(known, drive.Drive, drive.File, $"quiesce-{context.RunId[..8]}-{index}"))], context);
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

    public void Abandon()
    {
        if (_started)
        {
            foreach (DriveBackup backup in _backups.Where(backup => !backup.IsOver))
                Cancel(backup);
            double deadline = MonotonicClock.NowInMilliseconds + s_mostForCancellation.TotalMilliseconds;
            while (_backups.Any(backup => !backup.IsOver) && MonotonicClock.NowInMilliseconds < deadline)
            {
                if (_monitor.NextEvent(s_progressInterval, CancellationToken.None) is { } happened)
                    _backups.FirstOrDefault(backup => backup.IsMeantBy(happened))?.End();
            }
        }

        foreach (DriveBackup backup in _backups)
            backup.Discard();
    }

    private void Note(JsonElement happened)
    {
        if (_backups.FirstOrDefault(backup => backup.IsMeantBy(happened)) is not { } backup)
            return;
        backup.End();
        if (DriveBackup.FailureOf(happened) is { } failure)
            throw new SnapshotException($"the backup of {backup.Drive} failed: {failure}");
    }

    /// <summary>A job that is not there any more needs no cancelling, and sends no event.</summary>
    private void Cancel(DriveBackup backup)
    {
        try
        {
            backup.Cancel(_monitor);
        }
        catch (SnapshotException)
        {
            backup.End();
        }
    }

    private void ReportProgress(CancellationToken cancellation)
    {
        if (_context.Progress is null)
            return;
        foreach (JsonElement job in _monitor.Execute("query-block-jobs", null, cancellation).EnumerateArray())
        {
            if (_backups.FirstOrDefault(backup => backup.Job == job.GetProperty("device").GetString()) is { } backup)
                _context.Progress.Report(new SnapshotProgress(backup.Drive, job.GetProperty("offset").GetInt64(), job.GetProperty("len").GetInt64()));
        }
    }
}
