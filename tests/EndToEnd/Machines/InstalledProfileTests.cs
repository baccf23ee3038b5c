using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace Quiesce.EndToEnd.Machines;

/// <summary>A profile on a machine where systemd is at work: its units, its journal, and every mount at once.</summary>
[Collection(MachineCollection.Name)]
public sealed partial class InstalledProfileTests(SharedMachine shared) : IClassFixture<SharedMachine>
{
    /// <summary>What an installation may have touched.</summary>
    private const string EverythingOfOurs = "find /etc /usr/local /var/lib -path '*quiesce*' -not -name 'quiesce-test*' -not -path '/usr/local/sbin/quiesce'; find /etc/azure -type f 2> /dev/null; systemctl list-unit-files --no-legend 'quiesce-thaw*'; systemctl list-units --all --no-legend 'quiesce-thaw*'";

    [Fact]
    public async Task Installing_starts_the_unit_and_uninstalling_leaves_nothing()
    {
        var machine = await shared.StartedAsync();
        var before = await machine.RunAsync("cp /payload/quiesce /usr/local/sbin/; " + EverythingOfOurs);

        await using (await InstalledAsync())
        {
            Assert.Equal("enabled\nactive\n", await machine.RunAsync("systemctl is-enabled quiesce-thaw.service; systemctl is-active quiesce-thaw.service"));
            var status = JsonDocument.Parse(await machine.RunAsync("quiesce status --json")).RootElement;
            Assert.Equal("enabled", status.GetProperty("thawUnit").GetString());
            var profile = Assert.Single(status.GetProperty("profiles").EnumerateArray());
            Assert.Equal((CompiledShop.Name, true), (profile.GetProperty("name").GetString(), profile.GetProperty("active").GetBoolean()));
            Assert.Empty(profile.GetProperty("findings").EnumerateArray());
        }

        Assert.Equal(before, await machine.RunAsync(EverythingOfOurs));
    }

    [Fact]
    public async Task A_run_as_a_unit_of_its_own_freezes_every_mount_and_is_found_in_the_journal_by_its_id()
    {
        var machine = await shared.StartedAsync();
        await using var installed = await InstalledAsync();
        await machine.RunAsync(
            """
            set -e
            modprobe xfs
            wipefs --all --quiet /dev/vdc
            for disk in c:xfs d:ext4 e:ext4; do
                mkfs.${disk#*:} -q /dev/vd${disk%:*}; mkdir -p /srv/${disk%:*}; mount /dev/vd${disk%:*} /srv/${disk%:*}
            done
            mount --bind /srv/d /mnt
            """);
        await machine.RunAsync(AzureHost.Write(AzureHost.Config, "MountsToSkip = /srv/e"));

        var printed = await machine.RunAsync(
            $"""
            systemd-run --quiet --wait --collect --unit=backup /usr/local/sbin/quiesce run --all-mounts --report /run/report.json --snapshot-command '
                for mount in / /srv/c /srv/d /srv/e; do fsfreeze --freeze $mount 2>&1 && echo "$mount was not frozen" && fsfreeze --unfreeze $mount; done; true'
            status=$?
            umount /mnt /srv/c /srv/d /srv/e
            {AzureHost.Remove}
            cat /run/report.json
            exit $status
            """);
        var report = JsonDocument.Parse(printed).RootElement;
        var journal = await machine.RunAsync($"journalctl --quiet --output=cat QUIESCE_RUN_ID={report.GetProperty("runId").GetString()} QUIESCE_PROFILE={CompiledShop.Name} + _SYSTEMD_UNIT=backup.service SYSLOG_IDENTIFIER=quiesce");

        Assert.True(report.GetProperty("level").GetString() == "application", printed);
        Assert.Equal(["/", "/srv/c", "/srv/d"], report.GetProperty("mounts").EnumerateArray().Select(mount => mount.GetProperty("mountPoint").GetString()).Order(StringComparer.Ordinal));
        Assert.All(report.GetProperty("mounts").EnumerateArray(), mount => Assert.True(mount.GetProperty("held").GetBoolean()));
        Assert.Matches("/srv/e was not frozen", report.GetProperty("snapshot").GetProperty("output").GetString());
        Assert.Contains("the run begins", journal, StringComparison.Ordinal);
        Assert.Contains("Succeeded (0), level application", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_the_unit_thaws_what_killed_holders_left()
    {
        var machine = await shared.StartedAsync();
        await using var installed = await InstalledAsync();
        await machine.RunAsync("mkfs.ext4 -q -F /dev/vdc && mkdir -p /data && mount /dev/vdc /data");

        await machine.RunAsync(ShutdownTests.FreezeAndKillAllThree);
        await machine.RunAsync("systemctl stop quiesce-thaw.service && echo written > /data/after && umount /data");
    }

    [Fact]
    public async Task Doctor_warns_of_data_on_the_root_and_finds_no_error()
    {
        var machine = await shared.StartedAsync();
        await using var installed = await InstalledAsync();

        var (_, well) = await machine.TryRunAsync("quiesce doctor --json");

        Assert.Contains("while the root is frozen everything that writes waits", Assert.Single(Messages(well, "warning")), StringComparison.Ordinal);
        Assert.Empty(Messages(well, "error"));
    }

    private async Task<IAsyncDisposable> InstalledAsync()
    {
        var machine = await shared.StartedAsync();
        await machine.RunAsync($"systemctl start mariadb && cp /payload/quiesce /usr/local/sbin/ && quiesce install {CompiledShop.Folder}");
        return new Installation(machine);
    }

    private static string[] Messages(string diagnoses, string severity) =>
    [
        .. JsonDocument.Parse(diagnoses).RootElement.GetProperty("diagnoses").EnumerateArray()
            .Where(diagnosis => diagnosis.GetProperty("severity").GetString() == severity).Select(diagnosis => diagnosis.GetProperty("message").GetString()!),
    ];

    private sealed class Installation(Machine machine) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await machine.RunAsync($"quiesce uninstall {CompiledShop.Name}");
    }
}
