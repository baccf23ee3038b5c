using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Quiesce.Tests.Shared;

namespace Quiesce.EndToEnd.Machines;

/// <summary>Disks that a machine gets beside its own: the first carries what is tested, the others are empty.</summary>
internal sealed class MachineDisks : IDisposable
{
    /// <summary>Where a machine has its first further disk, once <see cref="Mount"/> was run there.</summary>
    public const string Payload = "/payload";

    /// <summary>The script that puts the first further disk in its place.</summary>
    public const string Mount = "mkdir -p /payload && mount -o ro /dev/vdb /payload";

    private readonly string folder = Directory.CreateTempSubdirectory("quiesce-disks-").FullName;

    /// <param name="fill">Puts what the machine is to have into a folder.</param>
    /// <param name="empty">How many empty disks follow, 512 MiB each.</param>
    public MachineDisks(Action<string> fill, int empty)
    {
        var content = Directory.CreateDirectory(Path.Combine(folder, "content")).FullName;
        File.Copy(NativeQuiesce.Path, Path.Combine(content, "quiesce"));
        fill(content);
        // Everything belongs to root, as on a machine it was installed on, and the folders above the scripts are nobody else's to change.
        Programs.Run("chown", "-R", "0:0", content);
        Programs.Run("chmod", "-R", "go-w", content);
        Programs.Run("mkfs.ext4", "-q", "-d", content, Image(0), "128M");
        for (var number = 1; number <= empty; number++)
            Programs.Run("truncate", "-s", "512M", Image(number));
        Images = [.. Enumerable.Range(0, empty + 1).Select(Image)];
    }

    public string[] Images { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Image(int number) => Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture) + ".img");
}
