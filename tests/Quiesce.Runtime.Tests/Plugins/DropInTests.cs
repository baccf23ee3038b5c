using System;
using System.IO;
using System.Linq;
using System.Threading;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Tests.Running;
using Xunit;

namespace Quiesce.Runtime.Tests.Plugins;

/// <summary>A run of what the host's own files name, in the place of Azure's host and without its defects.</summary>
public sealed class DropInTests : IDisposable
{
    private readonly ScratchHost _host;

    public DropInTests()
    {
        Privileges.RequireRoot();
        _host = new ScratchHost();
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Every_plugin_is_run_around_one_freeze_and_one_snapshot()
    {
        _host.WriteHostFile(2);
        _host.WritePlugin(0);
        _host.WritePlugin(1);
        var freezer = new FaultyFreezer();

        RunReport report = _host.Run(freezer);

        Assert.Equal(("Succeeded", "application"), (report.Outcome.Name, report.Level));
        Assert.Equal(["post0", "post1", "pre0", "pre1", "snapshot"], _host.Ran.Order(StringComparer.Ordinal));
        Assert.Equal("snapshot", _host.Ran[2]);
        Assert.Equal(["prepare /data", "freeze", "thaw", "dismiss"], freezer.Calls);
        Assert.Equal([("pre", "Plugin0"), ("pre", "Plugin1"), ("post", "Plugin0"), ("post", "Plugin1")], report.Scripts.Select(script => (script.Name, script.Plugin)));
    }

    [Fact]
    public void Plugins_run_at_the_same_time()
    {
        _host.WriteHostFile(2);

        // Each waits for the other at a FIFO: one after the other neither would ever end.
        string meeting = _host.At("meeting");
        _host.WritePlugin(0, ", \"timeoutInSeconds\": 60", pre: $"mkfifo {meeting}.new && mv {meeting}.new {meeting}; read -r met <{meeting}; [ \"$met\" = met ]");
        _host.WritePlugin(1, ", \"timeoutInSeconds\": 60", pre: $"until [ -p {meeting} ]; do sleep 0.01; done; echo met >{meeting}");

        Assert.Equal("Succeeded", _host.Run().Outcome.Name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_file_checks_of_every_plugin_count(int untrusted)
    {
        _host.WriteHostFile(2);
        _host.WritePlugin(0);
        _host.WritePlugin(1);
        File.SetUnixFileMode(_host.At($"scripts/pre{untrusted}.sh"), (UnixFileMode)Convert.ToInt32("777", 8));

        Assert.Equal(306, _host.Run().Outcome.Number);
        Assert.Empty(_host.Ran);
    }

    [Fact]
    public void A_plugin_that_must_not_be_passed_over_decides_for_all()
    {
        _host.WriteHostFile(2);
        _host.WritePlugin(0);
        _host.WritePlugin(1, ", \"continueBackupOnFailure\": false", pre: "exit 1");

        RunReport report = _host.Run();

        Assert.Equal((300, "none"), (report.Outcome.Number, report.Level));
        Assert.DoesNotContain("snapshot", _host.Ran);
        Assert.Equal(["post0", "post1"], _host.Ran.Where(line => line.StartsWith("post", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_failed_plugin_that_may_be_passed_over_costs_all_of_them_the_level()
    {
        _host.WriteHostFile(2);
        _host.WritePlugin(0);
        _host.WritePlugin(1, post: "exit 1");

        RunReport report = _host.Run();

        Assert.Equal((301, "file-system"), (report.Outcome.Number, report.Level));
    }

    [Fact]
    public void One_plugin_that_wants_the_freeze_is_enough_and_the_difference_is_said()
    {
        _host.WriteHostFile(2);
        _host.WritePlugin(0, ", \"fsFreezeEnabled\": false");
        _host.WritePlugin(1, ", \"fsFreezeEnabled\": true");
        var freezer = new FaultyFreezer();

        RunReport report = _host.Run(freezer);

        Assert.Contains("freeze", freezer.Calls);
        Assert.Contains(report.Remarks, remark => remark.Contains("fsFreezeEnabled", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 308, "pre")]
    [InlineData("timeoutInSeconds: 1\n", 310, "pre")]
    [InlineData("timeoutInSeconds: 1\n", 311, "post")]
    public void A_time_limit_is_the_smaller_of_the_plugins_and_the_hosts_and_the_outcome_says_whose_it_was(string head, int number, string script)
    {
        _host.WriteHostFile(1, head);
        string timeout = head == "" ? ", \"timeoutInSeconds\": 1" : ", \"timeoutInSeconds\": 600";
        _host.WritePlugin(0, timeout, pre: script == "pre" ? "sleep 600" : "", post: script == "post" ? "sleep 600" : "");

        Assert.Equal(number, _host.Run().Outcome.Number);
    }

    [Fact]
    public void The_agents_freeze_limit_holds_and_what_it_leaves_out_is_left_out()
    {
        _host.WriteHostFile(1);
        _host.WritePlugin(0);
        _host.Write("etc/azure/vmbackup.conf", "[SnapshotThread]\ntimeout: 7\nSafeFreezeWaitInSeconds: 66\nMountsToSkip: /mnt/resource , /all/\n", "644");
        var freezer = new FaultyFreezer { All = ["/data", "/all"] };

        _host.Run(freezer, allMounts: true);

        Assert.Equal("prepare /data", freezer.Calls[0]);
        Assert.Equal(TimeSpan.FromSeconds(7), freezer.Limit);
    }

    [Fact]
    public void What_is_written_back_before_the_freeze_takes_nothing_from_the_snapshots_time()
    {
        _host.WriteHostFile(1);
        _host.WritePlugin(0);
        _host.Write("etc/azure/vmbackup.conf", "[SnapshotThread]\ntimeout: 3\n", "644");

        RunReport report = _host.Run(new FaultyFreezer { WhileWritingBack = () => Thread.Sleep(TimeSpan.FromSeconds(3)) });

        Assert.True(report.Outcome.Name == "Succeeded", report.Outcome.Message);
    }

    [Fact]
    public void The_root_cannot_be_left_out_and_that_is_said()
    {
        _host.WriteHostFile(1);
        _host.WritePlugin(0);
        string path = _host.Write("etc/azure/vmbackup.conf", "[SnapshotThread]\nMountsToSkip = /,/mnt\n", "600");
        var freezer = new FaultyFreezer { All = ["/", "/mnt"] };

        RunReport report = _host.Run(freezer, allMounts: true);

        Assert.Equal("prepare /", freezer.Calls[0]);
        Assert.Contains($"{path}:2:16: MountsToSkip cannot name '/'; it is frozen with the others", report.Remarks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Mounts_that_were_asked_for_where_nothing_is_frozen_are_not_passed_over_in_silence(bool allMounts)
    {
        _host.WriteHostFile(1);
        _host.WritePlugin(0, ", \"fsFreezeEnabled\": false");
        var freezer = new FaultyFreezer { All = ["/data"] };

        RunReport report = _host.Run(freezer, allMounts);

        Assert.Equal(["pre0", "snapshot", "post0"], _host.Ran);
        Assert.Empty(freezer.Calls);
        Assert.Contains(report.Remarks, remark => remark.Contains("fsFreezeEnabled is false", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workload_that_makes_Azure_ignore_the_plugins_is_warned_of()
    {
        _host.WriteHostFile(1);
        _host.WritePlugin(0);
        string path = _host.Write("etc/azure/workload.conf", "[workload]\nworkload_name = oracle\n", "644");

        RunReport report = _host.Run();

        Assert.Contains(report.Remarks, remark => remark.StartsWith($"{path}:2:17: names the workload 'oracle'", StringComparison.Ordinal));
        Assert.Equal("application", report.Level);
    }

    [Theory]
    [InlineData("[logbackup]\nparameterFilePath = /x\n")]
    [InlineData("[workload]\nworkload_name =\n")]
    public void A_workload_file_that_names_none_is_not_warned_of(string text)
    {
        _host.WriteHostFile(1);
        _host.WritePlugin(0);
        _host.Write("etc/azure/workload.conf", text, "644");

        Assert.Empty(_host.Run().Remarks);
    }

    [Fact]
    public void The_snapshot_and_both_scripts_of_every_plugin_know_one_run()
    {
        _host.WriteHostFile(2);
        _host.WritePlugin(0, pre: $"echo id $QUIESCE_RUN_ID >>{_host.Log}");
        _host.WritePlugin(1, post: $"echo id $QUIESCE_RUN_ID >>{_host.Log}");

        RunReport report = _host.Run();

        Assert.Equal(2, _host.Ran.Count(line => line == "id " + report.RunId));
    }
}
