using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Machines;

/// <summary>The disk, the kernel and the first memory disk of the tests' own machine: built once, and kept outside the repository under the hash of its recipe.</summary>
internal sealed record MachineImage(string Folder)
{
    /// <summary>The disk it starts from; another one that was copied from it may take its place.</summary>
    public string Disk { get; init; } = Path.Combine(Folder, "root.img");

    /// <summary>Whether what the machine writes reaches the disk: the one that is kept for all tests must not be changed.</summary>
    public bool KeepsChanges { get; init; }

    public string Kernel => Path.Combine(Folder, "vmlinuz");

    public string MemoryDisk => Path.Combine(Folder, "initrd");

    /// <summary>Skips the test, with the reason, where a machine cannot be built or started.</summary>
    public static MachineImage Require()
    {
        Assert.SkipUnless(Environment.UserName == "root", "building a machine needs root");
        foreach (var program in (string[])["qemu-system-x86_64", "debootstrap", "mkfs.ext4"])
            Assert.SkipUnless(IsInstalled(program), $"{program} is not installed");

        try
        {
            return new MachineImage(Programs.Run("sh", Script()).TrimEnd());
        }
        catch (InvalidOperationException failed)
        {
            Assert.Skip($"the machine cannot be built here: {failed.Message.TrimEnd().Split('\n')[^1]}");
            throw;
        }
    }

    /// <summary>One with a disk of the caller's own, in a folder of its own.</summary>
    public MachineImage CopyTo(string folder)
    {
        var disk = Path.Combine(folder, "disk.img");
        Programs.Run("cp", "--reflink=auto", "--sparse=always", Disk, disk);
        return this with { Disk = disk, KeepsChanges = true };
    }

    private static bool IsInstalled(string program) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin".Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>It alone knows where the image is kept: tests/run.sh has it built beforehand, outside the tests' own time limit.</summary>
    private static string Script([CallerFilePath] string self = "") => Path.Combine(Path.GetDirectoryName(self)!, "machine-image.sh");
}
