using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Tests.Freezing.Scratch;

/// <summary>
/// A file system of the test's own, in an image file on a loop device. Frozen by mistake it would keep every later command that touches it from ending, so a
/// shell that needs nothing of ours thaws it after a while, whatever happens to the test.
/// </summary>
internal sealed class ScratchFileSystem : IDisposable
{
    private const string RescueAfterInSeconds = "300";

    private readonly string folder;
    private readonly bool ownsFolder;
    private readonly Process rescuer;

    private ScratchFileSystem(string type, string folder, bool ownsFolder, string options)
    {
        this.folder = folder;
        this.ownsFolder = ownsFolder;
        MountPoint = Path.Combine(folder, "mnt");
        Image = Path.Combine(folder, "image");
        Directory.CreateDirectory(MountPoint);
        Tool.Run("truncate", "-s", type == "xfs" ? "304M" : type == "btrfs" ? "128M" : "16M", Image);
        Tool.Run("mkfs." + type, type == "ext4" ? "-qF" : "-q", Image);
        Tool.Run("mount", "-o", "loop" + options, Image, MountPoint);
        if (DeviceOf(MountPoint) == DeviceOf("/"))
            throw new InvalidOperationException(MountPoint + " is not a mount of its own");
        rescuer = Process.Start("setsid", ["sh", "-c", "sleep " + RescueAfterInSeconds + "; while fsfreeze -u \"$1\" 2>/dev/null; do :; done", "rescuer", MountPoint]);
    }

    public string MountPoint { get; }

    public string Image { get; }

    public static ScratchFileSystem Ext4(string options = "") => Create("ext4", options);

    public static ScratchFileSystem Create(string type, string options = "") =>
        new(type, Directory.CreateTempSubdirectory("quiesce-freeze-").FullName, ownsFolder: true, options);

    /// <summary>Its image lies on this file system.</summary>
    public ScratchFileSystem CreateInside() => new("ext4", Directory.CreateDirectory(Path.Combine(MountPoint, "inner")).FullName, ownsFolder: false, "");

    public void FreezeAsSomebodyElse() => Tool.Run("fsfreeze", "-f", MountPoint);

    public void ThawAsSomebodyElse() => Tool.Run("fsfreeze", "-u", MountPoint);

    public void ThawIfFrozen()
    {
        while (Tool.TryRun("fsfreeze", "-u", MountPoint).ExitCode == 0)
        {
        }
    }

    /// <summary>A freeze of an unfrozen file system succeeds, and is taken back.</summary>
    public bool IsFrozen()
    {
        if (Tool.TryRun("fsfreeze", "-f", MountPoint).ExitCode != 0)
            return true;
        ThawAsSomebodyElse();
        return false;
    }

    /// <summary>Completes when a write to this file system does: while it is frozen the writer sleeps in the kernel, and not even a kill ends it.</summary>
    public async Task WriteAsync()
    {
        using Process writer = Process.Start("sh", ["-c", ": > \"$1/written\"", "writer", MountPoint]);
        await writer.WaitForExitAsync();
    }

    public void Dispose()
    {
        Tool.TryRun("kill", "--", "-" + rescuer.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        rescuer.Kill(entireProcessTree: true);
        rescuer.Dispose();
        ThawIfFrozen();
        Tool.Run("umount", "-l", MountPoint);
        if (ownsFolder)
            Directory.Delete(folder, recursive: true);
    }

    private static (uint, uint) DeviceOf(string path)
    {
        LibC.statx(-100, path, 0, LibC.STATX_BASIC_STATS, out FileStatus status);
        return (status.DeviceMajor, status.DeviceMinor);
    }
}
