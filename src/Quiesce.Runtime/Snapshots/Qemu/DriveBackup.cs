using System;
using System.IO;
using System.Text.Json;
using System.Threading;

namespace Quiesce.Runtime.Snapshots.Qemu;

/// <summary>The backup of one drive into a qcow2 file, which has its final name only once it is whole.</summary>
internal sealed class DriveBackup
{
    private readonly MachineDrive _drive;
    private readonly string _file;
    private readonly string _partial;
    private bool _isKept;

    private DriveBackup(MachineDrive drive, string file, string job)
    {
        _drive = drive;
        _file = file;
        _partial = $"{file}.{job}.partial";
        Job = job;
    }

    public string Drive => _drive.Name;

    public string Job { get; }

    public bool IsOver { get; private set; }

    /// <exception cref="SnapshotException">The file cannot be made.</exception>
    public static DriveBackup Plan(MachineDrive drive, string file, string job)
    {
        string path = Path.GetFullPath(file);
        if (Path.Exists(path))
            throw new SnapshotException($"'{path}' is there already; name a file that is not");
        return Directory.Exists(Path.GetDirectoryName(path))
            ? new DriveBackup(drive, path, job)
            : throw new SnapshotException($"there is no folder for '{path}'; make it first, writable for QEMU");
    }

    /// <summary>Events of other jobs are of no concern, and of this one only its end.</summary>
    public bool IsMeantBy(Answer happened) => happened["event"].Text is "BLOCK_JOB_COMPLETED" or "BLOCK_JOB_CANCELLED" && happened["data"]["device"].Is(Job);

    public static string? FailureOf(Answer happened) => happened["event"].Is("BLOCK_JOB_CANCELLED") ? "somebody cancelled the job" : happened["data"].Find("error")?.Text;

    public bool WritesTo(DriveBackup other) => _file == other._file;

    public void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "drive-backup");
        writer.WriteStartObject("data");
        writer.WriteString("device", _drive.Device);
        writer.WriteString("job-id", Job);
        writer.WriteString("sync", "full");
        writer.WriteString("target", _partial);
        writer.WriteString("format", "qcow2");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A job that is not there any more is refused: it is over, and sends no event.</summary>
    public void Cancel(Monitor monitor)
    {
        bool isUnderWay = monitor.TryExecute(
            "block-job-cancel",
            arguments =>
            {
                arguments.WriteString("device", Job);
                arguments.WriteBoolean("force", true);
            },
            CancellationToken.None,
            out _) is not null;
        IsOver |= !isUnderWay;
    }

    public void End() => IsOver = true;

    /// <exception cref="SnapshotException">There is no whole file to keep.</exception>
    public void Keep()
    {
        try
        {
            File.Move(_partial, _file);
            _isKept = true;
        }
        catch (FileNotFoundException missing)
        {
            throw new SnapshotException(
                $"QEMU says that the backup of '{Drive}' is whole, but '{_partial}' is not here: does QEMU run in a container, or with another root folder? Name a file that both see by the same path",
                missing);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotException($"the backup of '{Drive}' cannot be named '{_file}': {failure.Message}", failure);
        }
    }

    /// <summary>Also what was kept, where another drive's backup could not be.</summary>
    /// <exception cref="SnapshotException">The file cannot be removed.</exception>
    public void Discard()
    {
        string file = _isKept ? _file : _partial;
        try
        {
            File.Delete(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotException($"'{file}' is no backup and cannot be removed: {failure.Message}", failure);
        }
    }

    public SnapshotPart Part(string? note) => new(Job, _file, _drive.Size, note is null ? $"full backup of {Drive}" : $"full backup of {Drive}; {note}");
}
