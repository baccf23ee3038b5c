using System;
using System.IO;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Tests.Freezing.Scratch;

/// <summary>A folder that looks like <c>/sys</c> of a machine with device stacks this one does not have.</summary>
internal sealed class FakeSysfs : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("quiesce-sysfs-").FullName;

    public FakeSysfs() => Directory.CreateDirectory(Path.Combine(root, "dev", "block"));

    /// <summary>Without nodes, so that no loop of this machine answers in place of a made-up one.</summary>
    public BlockDevices Devices => new(root, root);

    /// <summary>A device below <c>devices/</c>: <c>sda</c>, or <c>sda/sda1</c> for a partition of it.</summary>
    public FakeSysfs With(string path, string number, string? backingFile = null, params string[] slaves)
    {
        string folder = Path.Combine(root, "devices", path);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "dev"), number + "\n");
        File.CreateSymbolicLink(Path.Combine(root, "dev", "block", number), Path.Combine("..", "..", "devices", path));
        if (path.Contains('/', StringComparison.Ordinal))
            File.WriteAllText(Path.Combine(folder, "partition"), "1\n");
        if (backingFile is not null)
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "loop")).FullName, "backing_file"), backingFile + "\n");
        foreach (string slave in slaves)
        {
            string below = Path.Combine(root, "devices", slave);
            File.CreateSymbolicLink(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "slaves")).FullName, Path.GetFileName(slave)), below);
        }

        return this;
    }

    /// <summary>What device-mapper calls it.</summary>
    public FakeSysfs Mapped(string path, string name)
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(root, "devices", path, "dm")).FullName, "name"), name + "\n");
        return this;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
