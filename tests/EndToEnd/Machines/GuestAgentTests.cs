using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Contract.Artifacts;
using Quiesce.Runtime.Snapshots;
using Xunit;

namespace Quiesce.EndToEnd.Machines;

/// <summary>
/// A hypervisor's backup: from outside, by the emulator's monitor; inside, the guest's own agent runs the compiled scripts as its freeze hook and freezes every file system. The copy is then
/// started as a machine of its own.
/// </summary>
[Collection(MachineCollection.Name)]
public sealed class GuestAgentTests : IDisposable
{
    private const string InstallHook =
        $"""
        set -e
        {MachineDisks.Mount}
        printf '#!/bin/sh\ncase $1 in freeze) exec sh {MachineDisks.Payload}/pre.sh ;; thaw) exec sh {MachineDisks.Payload}/post.sh ;; esac\n' > /etc/qemu/fsfreeze-hook.d/quiesce
        chmod 700 /etc/qemu/fsfreeze-hook.d/quiesce
        mkdir -p /etc/systemd/system/qemu-guest-agent.service.d
        printf '[Service]\nExecStart=\nExecStart=/usr/sbin/qemu-ga -F/etc/qemu/fsfreeze-hook\n' > /etc/systemd/system/qemu-guest-agent.service.d/hook.conf
        systemctl daemon-reload
        systemctl restart qemu-guest-agent
        """;

    /// <summary>One client after the other, each a row; what the server has acknowledged is counted where no freeze reaches.</summary>
    private const string StartWriter =
        """
        set -e
        systemctl start mariadb
        mariadb -e 'CREATE DATABASE shop; CREATE TABLE shop.orders (id INT PRIMARY KEY AUTO_INCREMENT) ENGINE=InnoDB'
        mkfifo /run/began
        systemd-run -q --unit=writer sh -c '
            yes "INSERT INTO shop.orders VALUES (); SELECT LAST_INSERT_ID();" | mariadb --batch --skip-column-names --unbuffered | while read -r id; do
                echo $id >> /run/acknowledged
                [ $id -ne 20 ] || echo began > /run/began
            done'
        read -r began < /run/began
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("quiesce-qmp-").FullName;

    [Fact]
    public async Task A_copy_taken_from_outside_starts_and_has_every_row_acknowledged_before()
    {
        var image = MachineImage.Require();
        var (acknowledged, snapshot) = await BackUpAsync(image);

        await using var copy = await Machine.BootAsync(image with { Disk = Copy }, []);
        await copy.RunAsync("systemctl start mariadb");
        var rows = (await copy.RunAsync("mariadb --batch --skip-column-names -e 'SELECT COUNT(*), MAX(id) FROM shop.orders'")).Split('\t').Select(Number).ToArray();

        Assert.Matches("the guest's agent froze [1-9][0-9]* file systems", Assert.Single(snapshot.Parts).Note);
        Assert.InRange(rows[0], acknowledged, int.MaxValue);
        Assert.Equal(rows[0], rows[1]);
        await copy.RunAsync("mariadb-check --all-databases --extended --silent");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Monitor => Path.Combine(folder, "monitor");

    private string Agent => Path.Combine(folder, "agent");

    private string Copy => Path.Combine(folder, "copy.qcow2");

    /// <summary>How many rows the server had acknowledged before, and what was made.</summary>
    private async Task<(int Acknowledged, SnapshotResult Snapshot)> BackUpAsync(MachineImage image)
    {
        using var disks = new MachineDisks(WriteScripts, empty: 0);
        // A disk like any machine's: a backup of one whose changes are only temporary is as temporary to the emulator.
        await using var machine = await Machine.BootAsync(
            image.CopyTo(folder),
            disks.Images,
            "-qmp", $"unix:{Monitor},server=on,wait=off",
            "-chardev", $"socket,id=agent,path={Agent},server=on,wait=off", "-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0");
        await machine.RunAsync(InstallHook);
        await machine.RunAsync(StartWriter);

        var acknowledged = Number(await machine.RunAsync("tail -n 1 /run/acknowledged"));
        var provider = Snapshot.Qemu(Monitor, [(Machine.RootDrive, Copy)], Agent);
        var prepared = await provider.PrepareAsync(new SnapshotContext { RunId = Guid.NewGuid().ToString("N") }, CancellationToken.None);
        await prepared.TakeAsync(CancellationToken.None);
        var result = await prepared.CommitAsync(CancellationToken.None);

        // The post script fails when the lock was not held from the pre script on: 0 of both is the hold's proof.
        var hook = await machine.RunAsync("cat /var/log/qga-fsfreeze-hook.log");
        Assert.True(hook.Split("finished with status=0").Length == 3, hook);
        return (acknowledged, result);
    }

    private static void WriteScripts(string content)
    {
        var profile = CompiledShop.Profile;
        File.WriteAllText(Path.Combine(content, "pre.sh"), ScriptCompiler.CompilePre(profile).Text);
        File.WriteAllText(Path.Combine(content, "post.sh"), ScriptCompiler.CompilePost(profile).Text);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
