using System;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Machines;

/// <summary>The disk, the kernel and the first memory disk of the tests' own machine: built once, and kept outside the repository under the hash of its recipe.</summary>
internal sealed record MachineImage(string Folder)
{
    /// <summary>Half an hour: it is many packages, and they come over a network.</summary>
    private const string BuildLimitInSeconds = "1800";

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

        var recipe = RecipeFolder();
        var folder = Path.Combine(
            Environment.GetEnvironmentVariable("QUIESCE_TEST_CACHE") ?? "/var/cache/quiesce-tests",
            "machine",
            HashOf(recipe));
        if (!Directory.Exists(folder))
            Build(Path.Combine(recipe, "build-machine.sh"), folder);
        return new MachineImage(folder);
    }

    /// <summary>One with a disk of the caller's own, in a folder of its own.</summary>
    public MachineImage CopyTo(string folder)
    {
        var disk = Path.Combine(folder, "disk.img");
        Programs.Run("cp", "--reflink=auto", "--sparse=always", Disk, disk);
        return this with { Disk = disk, KeepsChanges = true };
    }

    private static void Build(string script, string folder)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        try
        {
            Programs.Run("timeout", "--kill-after=10", BuildLimitInSeconds, "sh", script, folder);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            Assert.Skip($"the machine cannot be built here: {e.Message.TrimEnd().Split('\n')[^1]}");
        }
    }

    private static bool IsInstalled(string program) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin".Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Another recipe makes another machine.</summary>
    private static string HashOf(string recipe)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(recipe).Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static string RecipeFolder([CallerFilePath] string self = "") => Path.Combine(Path.GetDirectoryName(self)!, "Image");
}
