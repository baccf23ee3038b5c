using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Quiesce.Runtime.Freezing.Mounts;

/// <summary>
/// The stacks of block devices as sysfs tells them: LVM, dm-crypt and md through their slaves, a partition through its disk, a loop through its backing file.
/// </summary>
internal sealed class BlockDevices(string sysfs = "/sys")
{
    private const string DeletedMark = " (deleted)";

    /// <summary>The files, by canonical path, on which a device ultimately stands. None for a device that stands on real disks, or that is no block device.</summary>
    public IReadOnlyList<string> BackingFilesOf(DeviceNumber device)
    {
        var files = new List<string>();
        var seen = new HashSet<DeviceNumber>();
        var pending = new Stack<DeviceNumber>([device]);
        while (pending.TryPop(out DeviceNumber next))
        {
            if (!seen.Add(next) || FolderOf(next) is not { } folder)
                continue;

            foreach (DeviceNumber below in DirectlyBelow(folder))
                pending.Push(below);
            if (ReadLine(Path.Combine(folder, "loop", "backing_file")) is { } file)
                files.Add(file.EndsWith(DeletedMark, StringComparison.Ordinal) ? file[..^DeletedMark.Length] : file);
        }

        return files;
    }

    private static IEnumerable<DeviceNumber> DirectlyBelow(string folder)
    {
        if (File.Exists(Path.Combine(folder, "partition")) && ReadLine(Path.Combine(Path.GetDirectoryName(folder)!, "dev")) is { } disk)
            yield return DeviceNumber.Parse(disk);

        string slaves = Path.Combine(folder, "slaves");
        if (!Directory.Exists(slaves))
            yield break;
        foreach (string slave in Directory.EnumerateFileSystemEntries(slaves).Order(StringComparer.Ordinal))
        {
            if (ReadLine(Path.Combine(slave, "dev")) is { } number)
                yield return DeviceNumber.Parse(number);
        }
    }

    /// <summary>The real folder behind <c>/sys/dev/block/7:0</c>: a partition's disk is that folder's parent, not the link's.</summary>
    private string? FolderOf(DeviceNumber device)
    {
        string link = Path.Combine(sysfs, "dev", "block", device.ToString());
        return Directory.Exists(link) ? Directory.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName ?? link : null;
    }

    private static string? ReadLine(string path)
    {
        try
        {
            return File.ReadAllText(path).TrimEnd('\n');
        }
        catch (IOException)
        {
            // Absent, or the device went away between the look and the read.
            return null;
        }
    }
}
