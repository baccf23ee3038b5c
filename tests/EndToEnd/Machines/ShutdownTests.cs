using System;
using System.Threading.Tasks;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Machines;

[Collection(MachineCollection.Name)]
public sealed class ShutdownTests
{
    /// <summary>Leaves <c>/data</c> frozen, and nobody who would thaw it.</summary>
    public const string FreezeAndKillAllThree =
        """
        set -e
        rm -f /run/frozen; mkfifo /run/frozen
        /payload/quiesce run --config /payload/empty/VMSnapshotScriptPluginConfig.json --mount /data --snapshot-command 'echo frozen > /run/frozen; exec sleep 1000' > /run/said 2>&1 &
        read -r frozen < /run/frozen
        holders=$(pidof quiesce)
        kill -STOP $holders
        kill -KILL $holders
        ! fsfreeze --freeze /data
        """;

    [Fact]
    public async Task A_machine_with_a_mount_left_frozen_thaws_it_switches_off_and_loses_no_write_that_waited()
    {
        var image = MachineImage.Require();
        using var disks = new MachineDisks(ScriptPair.Write, empty: 1);
        await using var machine = await Machine.BootAsync(image, disks.Images);
        await machine.RunAsync(MachineDisks.Mount);
        await machine.RunAsync(
            """
            set -e
            mkfs.ext4 -q /dev/vdc && mkdir /data && mount /dev/vdc /data
            cp /payload/quiesce /usr/local/sbin/quiesce
            /usr/local/sbin/quiesce thaw --print-unit > /etc/systemd/system/quiesce-thaw.service
            systemctl -q enable --now quiesce-thaw.service
            """);

        await machine.RunAsync(FreezeAndKillAllThree);
        await machine.RunAsync("systemd-run -q --unit=writer mkdir /data/waited");
        await machine.SendAsync("systemctl poweroff");
        await machine.SwitchedOffAsync();

        Assert.Contains("/waited/", Programs.Run("debugfs", "-R", "ls -p /", disks.Images[1]), StringComparison.Ordinal);
    }
}
