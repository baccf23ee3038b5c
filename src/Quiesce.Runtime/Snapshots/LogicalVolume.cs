using System;
using System.Globalization;
using System.Linq;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Snapshots;

/// <summary>What <c>lvs</c> tells of a volume.</summary>
internal sealed record LogicalVolume(string Group, string Name, string Id, string Path, bool IsThin, long SizeInBytes, DeviceNumber? Device, long FreeInGroup, string Origin)
{
    /// <summary>A thick snapshot is dropped by the kernel once more than its size was changed in the origin: a tenth lasts for the hours of a backup, and most groups have it.</summary>
    public const int DefaultPercentOfOrigin = 10;

    private const string Columns = "vg_name,lv_name,lv_uuid,lv_path,lv_layout,lv_size,lv_kernel_major,lv_kernel_minor,vg_free,origin";

    /// <summary>Nothing is to be written to a disk while file systems are frozen: the group's own areas hold its description anyway.</summary>
    public static readonly string[] WithoutBackupFiles = ["--config", "backup{backup=0 archive=0}"];

    public SnapshotPart Part => new(Id, Path, SizeInBytes, IsThin
        ? $"thin snapshot of {Origin}"
        : $"thick snapshot of {Origin}: it becomes invalid once its space is used up; copy it away and remove it soon");

    public static LogicalVolume Read(SnapshotTool tool, string volume)
    {
        string line = tool.Run("lvs", "--noheadings", "--separator", "|", "--units", "b", "--nosuffix", "--options", Columns, volume);
        string[] fields = [.. line.Trim().Split('|').Select(field => field.Trim())];
        if (fields.Length != Columns.Split(',').Length)
            throw new SnapshotException($"lvs says of {volume} what this program does not understand: {line.Trim()}");
        return new LogicalVolume(
            fields[0],
            fields[1],
            fields[2],
            fields[3],
            fields[4].Split(',').Contains("thin"),
            long.Parse(fields[5], CultureInfo.InvariantCulture),
            // -1 stands for a volume that is not active.
            fields[6].StartsWith('-') ? null : DeviceNumber.Parse($"{fields[6]}:{fields[7]}"),
            long.Parse(fields[8], CultureInfo.InvariantCulture),
            fields[9]);
    }

    public static bool Exists(SnapshotTool tool, string volume)
    {
        try
        {
            Read(tool, volume);
            return true;
        }
        catch (SnapshotException)
        {
            return false;
        }
    }

    /// <summary>Of a size that was given, lvcreate judges itself.</summary>
    public void RequireSpace(string? givenSize)
    {
        long needed = SizeInBytes / 100 * DefaultPercentOfOrigin;
        if (!IsThin && givenSize is null && FreeInGroup < needed)
        {
            throw new SnapshotException(string.Create(
                CultureInfo.InvariantCulture,
                $"the volume group {Group} has {FreeInGroup} bytes free, and a thick snapshot of {Name} is given {needed} ({DefaultPercentOfOrigin} %). Give it less ('lvm:{Group}/{Name},size=1G'), or extend the group."));
        }
    }
}
