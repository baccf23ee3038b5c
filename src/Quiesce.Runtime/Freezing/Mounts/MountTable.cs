using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Mounts;

/// <summary>What is mounted where, in the kernel's order: of two mounts on one path the later one is seen.</summary>
internal sealed class MountTable(IReadOnlyList<MountEntry> entries)
{
    public IReadOnlyList<MountEntry> Entries { get; } = entries;

    public static MountTable Read() => Parse(File.ReadAllText("/proc/self/mountinfo"));

    public static MountTable Parse(string mountInfo) =>
        new(mountInfo.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(MountEntry.Parse).ToArray());

    /// <summary>The mount whose mount point is exactly this path.</summary>
    public MountEntry? At(string path)
    {
        string wanted = MountPath.Spelt(path);
        return Entries.LastOrDefault(entry => entry.MountPoint == wanted);
    }

    /// <summary>The mount that a file of this canonical path lies on: the deepest, and of several on one point the last (the sort keeps the kernel's order).</summary>
    public MountEntry? Holding(string path) =>
        Entries.Where(entry => Covers(entry.MountPoint, path)).OrderBy(entry => entry.MountPoint.Length).LastOrDefault();

    /// <summary>The mount on which whoever opens a path arrives: unlike <see cref="Holding"/>, through every symbolic link on the way.</summary>
    /// <exception cref="IOException">There is nothing at this path.</exception>
    public MountEntry? ReachedBy(string path)
    {
        using Descriptor reached = Descriptor.Own(LibC.open(path, LibC.O_PATH | LibC.O_CLOEXEC, 0), path);
        return Holding(File.ResolveLinkTarget($"/proc/self/fd/{reached.Number}", returnFinalTarget: false)!.FullName);
    }

    private static bool Covers(string mountPoint, string path) =>
        mountPoint == "/" || path == mountPoint || path.StartsWith(mountPoint + "/", StringComparison.Ordinal);
}
