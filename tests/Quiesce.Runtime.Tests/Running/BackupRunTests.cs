using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Snapshots;
using Xunit;

namespace Quiesce.Runtime.Tests.Running;

/// <summary>The order of a run and its releases, with a fault put in at every acquisition.</summary>
public sealed class BackupRunTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly string _log;

    public BackupRunTests()
    {
        Privileges.RequireRoot();
        _log = _folder.At("log");
        File.WriteAllText(_log, "");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_goes_through_the_contracts_order_and_back()
    {
        RunReport report = Run(Freezer());

        Assert.Equal(["prepare /data", "pre", "freeze", "snapshot", "thaw", "post", "dismiss"], Log());
        Assert.Equal(("Succeeded", 0), (report.Outcome.Name, report.Outcome.Number));
        Assert.Equal("application", report.Level);
        Assert.All(report.Proof, proof => Assert.True(proof.Holds));
        Assert.Equal(["check", "prepare", "pre", "freeze", "snapshot", "thaw", "post"], report.Phases.Select(phase => phase.Name));
    }

    [Fact]
    public void A_mount_that_cannot_be_opened_ends_the_run_before_any_script()
    {
        AssertEnds(Run(Freezer(prepareFault: OutcomeCatalogue.MountOpenFailed)), 123, "none");
        Assert.Equal(["prepare /data"], Log());
    }

    [Fact]
    public void A_failed_freeze_means_no_snapshot_and_the_post_script_still_runs()
    {
        AssertEnds(Run(Freezer(freezeFault: OutcomeCatalogue.FreezeTimeout)), 122, "none");
        Assert.Equal(["prepare /data", "pre", "freeze", "thaw", "post", "dismiss"], Log());
    }

    [Fact]
    public void A_failed_thaw_does_not_keep_the_post_script_from_running()
    {
        AssertEnds(Run(Freezer(thawFault: new IOException("injected"))), 999, "crash");
        Assert.Equal(["prepare /data", "pre", "freeze", "snapshot", "thaw", "post", "dismiss"], Log());
    }

    [Fact]
    public void A_foreign_thaw_costs_the_level() => AssertEnds(Run(Freezer(losesTheFreeze: true)), 905, "crash");

    [Fact]
    public void After_a_failed_pre_script_the_backup_goes_on_where_the_configuration_says_so()
    {
        AssertEnds(Run(Freezer(), pre: "exit 9"), 300, "file-system");
        Assert.Equal(["prepare /data", "pre", "freeze", "snapshot", "thaw", "post", "dismiss"], Log());
    }

    [Fact]
    public void After_a_failed_pre_script_there_is_no_snapshot_where_the_configuration_says_so()
    {
        AssertEnds(Run(Freezer(), pre: "exit 9", settings: ", \"continueBackupOnFailure\": false"), 300, "none");
        Assert.Equal(["prepare /data", "pre", "post", "dismiss"], Log());
    }

    [Fact]
    public void Without_freezing_a_failed_pre_script_always_means_no_snapshot()
    {
        AssertEnds(Run(Freezer(), pre: "exit 9", settings: ", \"fsFreezeEnabled\": false, \"continueBackupOnFailure\": true"), 300, "none");
        Assert.Equal(["pre", "post"], Log());
    }

    [Fact]
    public void Without_freezing_nothing_proves_that_a_bare_configurations_application_stood_still() =>
        AssertEnds(Run(Freezer(), settings: ", \"fsFreezeEnabled\": false"), 906, "crash");

    [Fact]
    public void A_pre_script_that_times_out_is_followed_by_freeze_snapshot_and_post()
    {
        AssertEnds(Run(Freezer(), pre: "sleep 600", settings: ", \"timeoutInSeconds\": 1"), 308, "file-system");
        Assert.Equal(["prepare /data", "pre", "freeze", "snapshot", "thaw", "post", "dismiss"], Log());
    }

    [Fact]
    public void A_failed_post_script_costs_the_level() => AssertEnds(Run(Freezer(), post: "exit 4"), 301, "file-system");

    [Fact]
    public void A_post_script_that_times_out_costs_the_level() => AssertEnds(Run(Freezer(), post: "sleep 600", settings: ", \"timeoutInSeconds\": 1"), 309, "file-system");

    [Fact]
    public void A_failed_snapshot_is_followed_by_thaw_and_post()
    {
        RunReport report = Run(Freezer(), snapshot: "echo no space >&2; exit 3");

        AssertEnds(report, 902, "none");
        Assert.Equal((3, "no space\n"), (report.Snapshot!.ExitStatus, report.Snapshot.Error));
        Assert.Equal(["prepare /data", "pre", "freeze", "snapshot", "thaw", "post", "dismiss"], Log());
    }

    [Fact]
    public void The_snapshot_sees_the_callers_environment_and_the_runs_id()
    {
        RunReport report = Run(Freezer(), snapshot: $"printf '%s %s' \"$QUIESCE_RUN_ID\" \"$PATH\"");

        Assert.Equal($"{report.RunId} {Environment.GetEnvironmentVariable("PATH")}", report.Snapshot!.Output);
    }

    [Fact]
    public void With_freezing_on_and_nothing_named_the_run_is_refused_with_a_hint()
    {
        RunReport report = Run(Freezer(), mounts: []);

        AssertEnds(report, 901, "none");
        Assert.Contains("--mount", report.Outcome.Help);
        Assert.Empty(Log());
    }

    [Fact]
    public void A_mount_is_frozen_once_however_it_is_spelt()
    {
        Run(Freezer(), mounts: ["/data/", "/data", "//data/.", "/data/../data"]);

        Assert.Equal("prepare /data /data/../data", Log()[0]);
    }

    [Fact]
    public void All_mounts_are_frozen_only_when_asked_for()
    {
        Run(Freezer(), mounts: [], allMounts: true);

        Assert.Equal("prepare /all", Log()[0]);
    }

    [Theory]
    [InlineData("prepare /data", "prepare /data", "dismiss")]
    [InlineData("pre", "prepare /data", "pre", "post", "dismiss")]
    [InlineData("freeze", "prepare /data", "pre", "freeze", "thaw", "post", "dismiss")]
    [InlineData("snapshot", "prepare /data", "pre", "freeze", "snapshot", "thaw", "post", "dismiss")]
    public void Cancelled_at_any_step_a_run_releases_what_it_acquired(string step, params string[] expected)
    {
        using var source = new CancellationTokenSource();
        using var watch = new StepWatch(_log, step, source);

        RunReport report = Run(Freezer(observer: call => CancelAt(call, step, source)), pre: "sleep 1", snapshot: "sleep 1", cancellation: source.Token);

        AssertEnds(report, 904, "none");
        Assert.Equal(expected, Log());
    }

    [Theory]
    [InlineData("pre", "604", 306)]
    [InlineData("post", "720", 307)]
    public void A_script_that_others_may_touch_is_not_run(string script, string mode, int number)
    {
        string config = Deploy("", "", "");
        File.SetUnixFileMode(_folder.At(script + ".sh"), (UnixFileMode)Convert.ToInt32(mode, 8));

        AssertEnds(Execute(config, Freezer()), number, "none");
        Assert.Empty(Log());
    }

    [Theory]
    [InlineData("pre", 302)]
    [InlineData("post", 303)]
    public void A_script_that_is_not_there_ends_the_run(string script, int number)
    {
        string config = Deploy("", "", "");
        File.Delete(_folder.At(script + ".sh"));

        AssertEnds(Execute(config, Freezer()), number, "none");
        Assert.Empty(Log());
    }

    [Fact]
    public void A_configuration_that_others_may_read_ends_the_run()
    {
        string config = Deploy("", "", "");
        File.SetUnixFileMode(config, (UnixFileMode)Convert.ToInt32("644", 8));

        AssertEnds(Execute(config, Freezer()), 317, "none");
        Assert.Empty(Log());
    }

    [Fact]
    public void A_configuration_that_is_not_there_ends_the_run() => AssertEnds(Execute(_folder.At("none.json"), Freezer()), 316, "none");

    [Fact]
    public void A_malformed_configuration_ends_the_run()
    {
        AssertEnds(Run(Freezer(), settings: ", \"timeoutInSeconds\": \"60\""), 305, "none");
        Assert.Empty(Log());
    }

    private static void AssertEnds(RunReport report, int number, string level)
    {
        Assert.True(number == report.Outcome.Number, $"{report.Outcome.Number}: {report.Outcome.Message}");
        Assert.Equal(level, report.Level);
    }

    private static void CancelAt(string call, string step, CancellationTokenSource source)
    {
        if (call == step)
            source.Cancel();
    }

    private RunReport Run(
        FaultyFreezer freezer,
        string pre = "",
        string post = "",
        string snapshot = "",
        string settings = "",
        string[]? mounts = null,
        bool allMounts = false,
        CancellationToken cancellation = default)
        => Execute(Deploy(pre, post, settings), freezer, snapshot, mounts, allMounts, cancellation);

    private RunReport Execute(
        string config, FaultyFreezer freezer, string snapshot = "", string[]? mounts = null, bool allMounts = false, CancellationToken cancellation = default)
    {
        var request = new RunRequest { ConfigFile = config, Mounts = mounts ?? ["/data"], AllMounts = allMounts, Snapshot = Snapshot.Command($"echo snapshot >>{_log}; {snapshot}") };
        return new BackupRun(request, freezer).Execute(cancellation);
    }

    private string Deploy(string pre, string post, string settings)
    {
        string preScript = _folder.Write("pre.sh", $"echo pre >>{_log}\n{pre}\n", "700");
        string postScript = _folder.Write("post.sh", $"echo post >>{_log}\n{post}\n", "700");
        return _folder.Write("config.json", $"{{\"preScriptLocation\": \"{preScript}\", \"postScriptLocation\": \"{postScript}\"{settings}}}");
    }

    private FaultyFreezer Freezer(
        Outcome? prepareFault = null, Outcome? freezeFault = null, bool losesTheFreeze = false, Exception? thawFault = null, Action<string>? observer = null) => new()
    {
        PrepareFault = prepareFault,
        FreezeFault = freezeFault,
        LosesTheFreeze = losesTheFreeze,
        ThawFault = thawFault,
        Observer = call =>
        {
            File.AppendAllText(_log, call + "\n");
            observer?.Invoke(call);
        },
    };

    private string[] Log() => File.ReadAllLines(_log);
}
