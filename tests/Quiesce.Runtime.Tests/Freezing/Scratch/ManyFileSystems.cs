using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Quiesce.Runtime.Tests.Freezing.Scratch;

/// <summary>As many small file systems of the test's own as it wants, in copies of one image; a shell that needs nothing of ours thaws them all after a while, whatever happens to the test.</summary>
internal sealed class ManyFileSystems : IDisposable
{
    private const string Make =
        """
        set -e
        cd "$1"
        truncate -s 4M seed
        mkfs.ext4 -qF seed
        root=$(stat -c %d /)
        for number in $(seq "$2"); do
            mkdir "mnt$number"
            cp --sparse=always seed "image$number"
            mount -o loop "image$number" "mnt$number"
            test "$(stat -c %d "mnt$number")" != "$root"
        done
        """;

    /// <summary>Says how many were frozen.</summary>
    private const string ThawAll = "cd \"$1\" && for mount in mnt*; do fsfreeze -u \"$mount\" 2> /dev/null && echo thawed; done | wc -l";

    private const string RescueAfterInSeconds = "300";

    private readonly string folder = Directory.CreateTempSubdirectory("quiesce-many-").FullName;
    private readonly int count;
    private readonly Process? rescuer;

    public ManyFileSystems(int count)
    {
        this.count = count;
        try
        {
            Tool.Run("sh", "-c", Make, "make", folder, count.ToString(CultureInfo.InvariantCulture));
            rescuer = Process.Start("setsid", ["sh", "-c", $"sleep {RescueAfterInSeconds}; {ThawAll}", "rescuer", folder]);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IEnumerable<string> MountPoints => Enumerable.Range(1, count).Select(number => Path.Combine(folder, FormattableString.Invariant($"mnt{number}")));

    /// <summary>Those that are frozen are thawed by the asking.</summary>
    public int CountFrozen() => int.Parse(Tool.Run("sh", "-c", ThawAll, "count", folder), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        if (rescuer is not null)
        {
            Tool.TryRun("kill", "--", "-" + rescuer.Id.ToString(CultureInfo.InvariantCulture));
            rescuer.Kill(entireProcessTree: true);
            rescuer.Dispose();
            CountFrozen();
        }

        Tool.TryRun("sh", "-c", "cd \"$1\" && umount -l mnt*", "unmount", folder);
        Directory.Delete(folder, recursive: true);
    }
}
