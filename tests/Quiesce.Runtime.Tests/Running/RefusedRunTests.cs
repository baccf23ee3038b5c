using System;
using System.IO;
using System.Linq;
using System.Threading;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Metrics;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Quiesce.Runtime.Tests.Library;
using Quiesce.Runtime.Tests.Plugins;
using Quiesce.Runtime.Tests.Reporting;
using Xunit;

namespace Quiesce.Runtime.Tests.Running;

/// <summary>Whose run a refused one would have been: whoever watches over a profile must not lose sight of it just when its files are broken.</summary>
public sealed class RefusedRunTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public RefusedRunTests() => Privileges.RequireRoot();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pre.sh", 306)]
    [InlineData("VMSnapshotScriptPluginConfig.json", 317)]
    [InlineData("profile.json", 317)]
    public void A_file_that_others_may_touch_costs_the_run_and_not_its_name(string file, int number)
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);
        File.SetUnixFileMode(_folder.At(file), (UnixFileMode)Convert.ToInt32("777", 8));

        RunReport report = Run();

        Assert.Equal((number, "sample"), (report.Outcome.Number, report.Profile));
        Assert.Equal([new ReportedPlugin("", "sample")], report.Plugins);
    }

    [Fact]
    public void Its_metrics_still_tell_when_there_was_last_a_recovery_point()
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);
        File.Delete(_folder.At("post.sh"));
        var history = new RunHistory(_folder.At("runs"));
        history.Keep(SampleReport.Succeeded with { Plugins = [new ReportedPlugin("", "sample")] });

        string metrics = RunMetrics.Text(Run(), history.LastApplicationConsistent);

        Assert.Contains("quiesce_last_run_outcome{profile=\"sample\"} 303\n", metrics);
        Assert.Contains("quiesce_last_application_consistent_timestamp_seconds{profile=\"sample\"} 1795233600.125\n", metrics);
    }

    [Fact]
    public void A_name_that_no_profile_could_have_is_not_repeated()
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);
        string profile = _folder.At("profile.json");
        File.WriteAllText(profile, File.ReadAllText(profile).Replace("\"sample\"", "\"\\u001b[2Jsample\"", StringComparison.Ordinal));

        Assert.Equal("", Run().Profile);
    }

    [Theory]
    [InlineData("VMSnapshotScriptPluginConfig.json", 317)]
    [InlineData("profile.json", 317)]
    public void Nobody_waits_for_a_writer_of_a_FIFO(string file, int number)
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);
        File.Delete(_folder.At(file));
        Tool.Run("mkfifo", "--mode=600", _folder.At(file));

        Assert.Equal(number, Run().Outcome.Number);
    }

    [Fact]
    public void Of_a_hosts_plugins_all_are_named_though_one_is_missing()
    {
        using var host = new ScratchHost();
        host.WriteHostFile(2);
        host.WritePlugin(0);

        Assert.Equal(["Plugin0", "Plugin1"], host.Run().Plugins.Select(plugin => plugin.Name));
    }

    [Theory]
    [InlineData("pre.sh", "600", "/srv/state/runs")]
    [InlineData("pre.sh", "777", "/srv/state/runs")]
    [InlineData("profile.json", "666", RunHistory.DefaultFolder)]
    public void It_is_kept_beside_the_profiles_other_runs_where_root_alone_says_where_that_is(string file, string mode, string kept)
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample with { Run = CompiledProfile.Sample.Run with { StateDirectory = "/srv/state" } });
        File.Delete(_folder.At("post.sh"));
        File.SetUnixFileMode(_folder.At(file), (UnixFileMode)Convert.ToInt32(mode, 8));

        foreach (RunRequest request in (RunRequest[])[Request(_folder.Path, null), Request(null, ConfigurationOf(_folder))])
        {
            BackupRun run = RunOf(request);
            Assert.NotEqual(0, run.Execute(CancellationToken.None).Outcome.Number);
            Assert.Equal(kept, run.HistoryFolder);
        }
    }

    [Fact]
    public void Without_a_profile_it_is_kept_in_the_default_folder()
    {
        BackupRun run = RunOf(Request("/nowhere", null));
        run.Execute(CancellationToken.None);

        Assert.Equal(RunHistory.DefaultFolder, run.HistoryFolder);
    }

    private RunReport Run() => RunOf(Request(_folder.Path, null)).Execute(CancellationToken.None);

    private static RunRequest Request(string? folder, string? config) => new() { ProfileFolder = folder, ConfigFile = config, Snapshot = new StandInSnapshot() };

    private static BackupRun RunOf(RunRequest request) => new(request, new FaultyFreezer());

    /// <summary>An installed configuration names scripts beside which the description lies.</summary>
    private static string ConfigurationOf(ScratchFolder folder)
    {
        string path = folder.At("installed.json");
        File.WriteAllText(path, $$"""{"preScriptLocation": "{{folder.At("pre.sh")}}", "postScriptLocation": "{{folder.At("post.sh")}}"}""");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }
}
