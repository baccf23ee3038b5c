using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace Quiesce.EndToEnd.Machines;

/// <summary>What only a whole machine shows: its root standing still, holders that no memory shortage reaches.</summary>
[Collection(MachineCollection.Name)]
public sealed class WholeMachineTests(SharedMachine shared) : IClassFixture<SharedMachine>
{
    /// <summary>A freeze of what is frozen is refused: nothing else says so as plainly.</summary>
    private const string RootIsBusy = "fsfreeze --freeze / 2>&1 || true";

    [Fact]
    public async Task The_root_itself_is_frozen_for_the_snapshot_and_writable_after_it()
    {
        var machine = await shared.StartedAsync();

        var report = await shared.RunQuiesceAsync($"--mount / --snapshot-command '{RootIsBusy}'");
        await machine.RunAsync("echo written > /root/after && fsfreeze --freeze / && fsfreeze --unfreeze /");

        var root = Assert.Single(report.GetProperty("mounts").EnumerateArray());
        Assert.True(root.GetProperty("held").GetBoolean());
        Assert.Equal(["/dev/vda"], Texts(root.GetProperty("stack")));
        Assert.Contains("busy", SnapshotOutput(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guard_and_sentinel_are_locked_into_memory_and_the_last_that_a_shortage_would_kill()
    {
        var report = await shared.RunQuiesceAsync(
            """
            --mount / --snapshot-command 'for process in $(pidof quiesce); do
                read -r score < /proc/$process/oom_score_adj
                echo "$score $(sed -n "s/^VmLck:[^0-9]*//p" /proc/$process/status) $(tr "\0" " " < /proc/$process/cmdline | head -n 1)"
            done'
            """);

        var processes = SnapshotOutput(report).TrimEnd().Split('\n');
        Assert.Equal(3, processes.Length);
        foreach (var verb in (string[])["guard", "sentinel"])
        {
            var holder = Assert.Single(processes, process => process.Contains($"quiesce {verb} ", StringComparison.Ordinal));
            Assert.StartsWith("-1000 ", holder, StringComparison.Ordinal);
            Assert.DoesNotContain("-1000 0 kB", holder, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Memory_that_runs_out_while_the_root_is_frozen_costs_neither_the_freeze_nor_the_machine()
    {
        await using var shortage = await MemoryShortage.BeginAsync(await shared.StartedAsync());

        var report = await shared.RunQuiesceAsync($"--mount / --snapshot-command '{MemoryShortage.Exhaust}; echo status $?'");
        var kernel = await shortage.EndAsync();

        Assert.Contains("status 137", SnapshotOutput(report), StringComparison.Ordinal);
        Assert.Matches(@"Out of memory: Killed process [0-9]+ \(tail\)", kernel);
        Assert.DoesNotMatch(@"Killed process [0-9]+ \(quiesce\)", kernel);
    }

    [Fact]
    public async Task A_freeze_of_the_root_ends_at_its_deadline_while_memory_runs_out_again_and_again()
    {
        var machine = await shared.StartedAsync();
        await machine.RunAsync(AzureHost.Write(ScriptPair.Config, "timeout = 15"));
        await using var shortage = await MemoryShortage.BeginAsync(machine);

        var report = await shared.ReportAsync($"--mount / --snapshot-command 'while :; do {MemoryShortage.Exhaust}; done'");
        await machine.RunAsync(AzureHost.Remove);

        Assert.DoesNotMatch(@"Killed process [0-9]+ \(quiesce\)", await shortage.EndAsync());
        // Whoever was first: the run, which ends the snapshot shortly before the deadline, or the guard where memory kept the run from it.
        Assert.Contains(report.GetProperty("outcome").GetProperty("name").GetString(), (string[])["SnapshotTimeout", "FreezeNotHeld"]);
    }

    private static string SnapshotOutput(JsonElement report) => report.GetProperty("snapshot").GetProperty("output").GetString()!;

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];
}
