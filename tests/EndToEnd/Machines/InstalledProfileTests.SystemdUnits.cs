using System;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace Quiesce.EndToEnd.Machines;

/// <summary>Units that systemd itself stops and starts. They are part of this class because a machine's start is most of what its tests cost.</summary>
public sealed partial class InstalledProfileTests
{
    [Fact]
    public async Task Units_stand_still_while_the_root_is_frozen_and_run_again_in_the_order_of_their_needs()
    {
        var machine = await WithRunningUnitsAsync();

        var report = await shared.ReportAsync($"--profile /payload/units --snapshot-command '{CompiledUnits.States}'");

        Assert.True(report.GetProperty("level").GetString() == "application", report.ToString());
        Assert.Equal(CompiledUnits.AllStopped, report.GetProperty("snapshot").GetProperty("output").GetString());
        Assert.Equal(CompiledUnits.AllAsBefore, await machine.RunAsync(CompiledUnits.States));
        await machine.RunAsync(
            """
            began() { systemctl show --value --property=ActiveEnterTimestampMonotonic case-$1; }
            [ $(began store) -lt $(began front) ] && [ $(began store) -lt $(began watcher) ]
            """);
    }

    [Fact]
    public async Task Units_run_again_after_the_pre_script_was_killed_while_one_of_them_stops()
    {
        var machine = await WithRunningUnitsAsync();

        await machine.RunAsync(
            """
            set -e
            systemctl start case-stubborn
            sh /payload/units-and-stubborn/pre.sh & pre=$!
            while [ "$(systemctl is-active case-stubborn)" != deactivating ]; do kill -0 $pre; done
            kill -KILL $pre
            flock /run/quiesce/units/lock true
            systemctl is-active case-stubborn
            systemctl kill --signal=KILL case-stubborn
            """);

        Assert.Equal(CompiledUnits.AllAsBefore, await machine.RunAsync(CompiledUnits.States));
    }

    [Fact]
    public async Task A_unit_that_ran_in_between_breaks_the_proof_though_it_has_ended()
    {
        var machine = await WithRunningUnitsAsync();

        var (status, _) = await machine.TryRunAsync("sh /payload/units/pre.sh && systemctl start case-idle && systemctl stop case-idle && sh /payload/units/post.sh");

        Assert.Equal(42, status);
        Assert.Contains("a unit was started in between", await ReasonAsync(machine), StringComparison.Ordinal);
        Assert.Contains("setup.service active", await machine.RunAsync(CompiledUnits.States), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_that_are_not_there_or_masked_fail_the_run_before_any_is_stopped()
    {
        const string LastStarts = "systemctl show --property=ActiveEnterTimestampMonotonic case-store case-front case-watcher case-setup";
        var machine = await WithRunningUnitsAsync();
        var before = await machine.RunAsync(LastStarts);

        foreach (var (profile, masked, reason) in ((string, string, string)[])
        [
            ("units-and-nobody", "", "there is no unit case-nobody.service on this machine"),
            ("units", "case-idle.service", "case-idle.service is masked"),
            ("units", "case-setup.service", "case-setup.service is masked"),
        ])
        {
            var (status, output) = await machine.TryRunAsync(
                $"""
                {(masked.Length == 0 ? "" : "systemctl --quiet --runtime mask " + masked)}
                sh /payload/{profile}/pre.sh
                status=$?
                {(masked.Length == 0 ? "" : "systemctl --quiet --runtime unmask " + masked)}
                exit $status
                """);

            Assert.True(status == 33, $"{status}: {output}");
            Assert.Contains(reason, await ReasonAsync(machine), StringComparison.Ordinal);
        }

        Assert.Equal(before, await machine.RunAsync(LastStarts));
    }

    private static async Task<string?> ReasonAsync(Machine machine)
        => JsonDocument.Parse(await machine.RunAsync("cat /run/quiesce/units/record.json")).RootElement.GetProperty("reason").GetString();

    private async Task<Machine> WithRunningUnitsAsync()
    {
        var machine = await shared.StartedAsync();
        await machine.RunAsync(CompiledUnits.Start);
        return machine;
    }
}
