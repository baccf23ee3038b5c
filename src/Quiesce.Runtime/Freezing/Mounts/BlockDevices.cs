using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Quiesce.Runtime.Freezing.Mounts;

/// <summary>
/// The stacks of block devices as sysfs tells them: LVM, dm-crypt and md through their slaves, a partition through its disk, a loop through its backing file.
/// </summary>
internal sealed class BlockDevices(string sysfs = "/sys", string nodes = "/dev")
{
    /// <summary>The files on which a device ultimately stands. None for a device that stands on real disks, or that is no block device.</summary>
    public IReadOnlyList<BackingFile> BackingFilesOf(DeviceNumber device) =>
    [
        .. from folder in FoldersFrom(device)
           let file = ReadLine(Path.Combine(folder, "loop", "backing_file"))
           where file is not null
           select BackingFile.Of(file, Path.Combine(nodes, Path.GetFileName(folder))),
    ];

    /// <summary>A device and what it stands on, by the names an administrator knows, from the top down to the disks. Nothing for what is no block device.</summary>
    public IReadOnlyList<string> StackOf(DeviceNumber device) => [.. FoldersFrom(device).Select(NameOf)];

    /// <summary>What device-mapper was told to call it; else the kernel's own name, in which an exclamation mark stands for a slash.</summary>
    private static string NameOf(string folder) => ReadLine(Path.Combine(folder, "dm", "name")) is { } mapped
        ? "/dev/mapper/" + mapped
        : "/dev/" + Path.GetFileName(folder).Replace('!', '/');

    private List<string> FoldersFrom(DeviceNumber device)
    {
        var folders = new List<string>();
        var seen = new HashSet<DeviceNumber>();
        var pending = new Queue<DeviceNumber>([device]);
        while (pending.TryDequeue(out DeviceNumber next))
        {
            if (!seen.Add(next) || FolderOf(next) is not { } folder)
                continue;

            folders.Add(folder);
            foreach (DeviceNumber below in DirectlyBelow(folder))
                pending.Enqueue(below);
        }

        return folders;
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
