using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace Quiesce.EndToEnd.Machines;

/// <summary>
/// Two disks mirrored; on the mirror a volume group with a thick volume, a thin one, and one that is encrypted. What is frozen is told down to the disks, and what LVM snapshots is what stood
/// still.
/// </summary>
[Collection(MachineCollection.Name)]
public sealed class DeviceStackTests(SharedMachine shared) : IClassFixture<SharedMachine>
{
    private const string Build =
        """
        set -e
        modprobe -a raid1 dm-thin-pool dm-crypt dm-snapshot
        mdadm --create /dev/md0 --run --level=1 --metadata=1.2 --assume-clean --raid-devices=2 /dev/vdc /dev/vdd
        udevadm settle
        vgcreate -qq stack /dev/md0
        lvcreate -qq --yes --name thick --size 64M stack
        lvcreate -qq --yes --name sealed --size 64M stack
        lvcreate -qq --yes --type thin-pool --name pool --size 128M stack
        lvcreate -qq --yes --thin --virtualsize 64M --name thin stack/pool
        head -c 32 /dev/urandom > /run/key
        cryptsetup open --type plain --cipher aes-xts-plain64 --key-size 256 --key-file /run/key /dev/stack/sealed secret
        for volume in stack-thick stack-thin secret; do
            mkfs.ext4 -q /dev/mapper/$volume
            mkdir -p /mnt/$volume
            mount /dev/mapper/$volume /mnt/$volume
            echo "content of $volume" > /mnt/$volume/marker
        done
        """;

    private const string TakeApart =
        """
        umount /mnt/copy /mnt/stack-thick /mnt/stack-thin /mnt/secret
        cryptsetup close secret
        vgremove -qq --force --yes stack
        mdadm --stop /dev/md0
        mdadm --zero-superblock /dev/vdc /dev/vdd
        """;

    [Fact]
    public async Task Every_stack_is_frozen_and_told_down_to_its_disks()
    {
        await using var stack = await BuiltAsync();

        var report = await shared.RunQuiesceAsync(
            """
            --mount /mnt/stack-thick --mount /mnt/stack-thin --mount /mnt/secret --snapshot-command '
                for volume in stack-thick stack-thin secret; do fsfreeze --freeze /mnt/$volume 2>&1 && echo "$volume was not frozen"; done; true'
            """);

        var mounts = report.GetProperty("mounts").EnumerateArray().ToDictionary(mount => mount.GetProperty("mountPoint").GetString()!);
        Assert.Equal(3, mounts.Count);
        Assert.All(mounts.Values, mount => Assert.True(mount.GetProperty("held").GetBoolean()));
        Assert.DoesNotContain("was not frozen", SnapshotOutput(report), StringComparison.Ordinal);
        string[] mirror = ["/dev/md0", "/dev/vdc", "/dev/vdd"];
        Assert.Equal(["/dev/mapper/stack-thick", .. mirror], StackOf(mounts["/mnt/stack-thick"]));
        Assert.Equal(["/dev/mapper/secret", "/dev/mapper/stack-sealed", .. mirror], StackOf(mounts["/mnt/secret"]));
        Assert.Equal(
            ["/dev/mapper/stack-pool-tpool", "/dev/mapper/stack-pool_tdata", "/dev/mapper/stack-pool_tmeta", "/dev/mapper/stack-thin", .. mirror],
            StackOf(mounts["/mnt/stack-thin"]).Order(StringComparer.Ordinal).Where(device => !mirror.Contains(device)).Concat(mirror));
    }

    [Theory]
    [InlineData("thick")]
    [InlineData("thin")]
    public async Task A_snapshot_of_a_volume_carries_what_had_been_written(string volume)
    {
        await using var stack = await BuiltAsync();
        var machine = await shared.StartedAsync();

        var report = await shared.RunQuiesceAsync($"--mount /mnt/stack-{volume} --snapshot lvm:stack/{volume}");
        var path = Assert.Single(report.GetProperty("snapshot").GetProperty("parts").EnumerateArray()).GetProperty("path").GetString();
        await machine.RunAsync($"echo changed > /mnt/stack-{volume}/marker; sync -f /mnt/stack-{volume}");
        var marker = await machine.RunAsync($"mkdir -p /mnt/copy && lvchange -qq --yes -ay -K {path} && mount -o ro {path} /mnt/copy && cat /mnt/copy/marker");

        Assert.Equal($"content of stack-{volume}\n", marker);
    }

    private async Task<IAsyncDisposable> BuiltAsync()
    {
        var machine = await shared.StartedAsync();
        await machine.RunAsync(Build);
        return new Stack(machine);
    }

    private static string SnapshotOutput(JsonElement report) => report.GetProperty("snapshot").GetProperty("output").GetString()!;

    private static string[] StackOf(JsonElement mount) => [.. mount.GetProperty("stack").EnumerateArray().Select(device => device.GetString()!)];

    private sealed class Stack(Machine machine) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await machine.TryRunAsync(TakeApart);
    }
}
