using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;

namespace Quiesce.Runtime.Snapshots.Qemu;

/// <summary>The backup of one drive into a qcow2 file, which has its final name only once it is whole.</summary>
internal sealed class DriveBackup
{
    private readonly string _device;
    private readonly string _file;
    private readonly string _partial;
    private readonly long _size;

    private DriveBackup(string drive, string device, string file, string job, long size)
    {
        Drive = drive;
        _device = device;
        _file = file;
        _partial = $"{file}.{job}.partial";
        Job = job;
        _size = size;
    }

    public string Drive { get; }

    public string Job { get; }

    public bool IsOver { get; private set; }

    /// <exception cref="SnapshotException">The machine has no such drive, or the file cannot be made.</exception>
    public static DriveBackup Plan(IReadOnlyList<JsonElement> known, string drive, string file, string job)
    {
        JsonElement found = known.FirstOrDefault(entry => NamesOf(entry).Contains(drive));
        if (found.ValueKind == JsonValueKind.Undefined)
            throw new SnapshotException($"the machine has no drive '{drive}'; it has {string.Join(", ", known.SelectMany(NamesOf).Distinct())}");
        if (!found.TryGetProperty("inserted", out JsonElement inserted))
            throw new SnapshotException($"the drive '{drive}' is empty");

        string path = Path.GetFullPath(file);
        if (Path.Exists(path))
            throw new SnapshotException($"'{path}' is there already; name a file that is not");
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new SnapshotException($"there is no folder for '{path}'; make it first, writable for QEMU");
        string device = found.GetProperty("device").GetString() is { Length: > 0 } name ? name : inserted.GetProperty("node-name").GetString()!;
        return new DriveBackup(drive, device, path, job, inserted.GetProperty("image").GetProperty("virtual-size").GetInt64());
    }

    /// <summary>Events of other jobs are of no concern, and of this one only its end.</summary>
    public bool IsMeantBy(JsonElement happened) => happened.GetProperty("event").GetString() is "BLOCK_JOB_COMPLETED" or "BLOCK_JOB_CANCELLED"
        && happened.GetProperty("data").GetProperty("device").GetString() == Job;

    public static string? FailureOf(JsonElement happened)
    {
        if (happened.GetProperty("event").GetString() == "BLOCK_JOB_CANCELLED")
            return "somebody cancelled the job";
        return happened.GetProperty("data").TryGetProperty("error", out JsonElement error) ? error.GetString() : null;
    }

    public void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "drive-backup");
        writer.WriteStartObject("data");
        writer.WriteString("device", _device);
        writer.WriteString("job-id", Job);
        writer.WriteString("sync", "full");
        writer.WriteString("target", _partial);
        writer.WriteString("format", "qcow2");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public void Cancel(Monitor monitor) => monitor.Execute(
        "block-job-cancel",
        arguments =>
        {
            arguments.WriteString("device", Job);
            arguments.WriteBoolean("force", true);
        },
        CancellationToken.None);

    public void End() => IsOver = true;

    public void Keep() => File.Move(_partial, _file);

    public void Discard() => File.Delete(_partial);

    public SnapshotPart Part(string? note) => new(Job, _file, _size, note is null ? $"full backup of {Drive}" : $"full backup of {Drive}; {note}");

    private static IEnumerable<string> NamesOf(JsonElement entry)
    {
        if (entry.TryGetProperty("device", out JsonElement device) && device.GetString() is { Length: > 0 } name)
            yield return name;
        if (entry.TryGetProperty("qdev", out JsonElement qdev) && qdev.GetString() is { Length: > 0 } path)
            yield return path;
        if (entry.TryGetProperty("inserted", out JsonElement inserted) && inserted.TryGetProperty("node-name", out JsonElement node) && node.GetString() is { } nodeName)
            yield return nodeName;
    }
}
