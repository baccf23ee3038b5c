using System;
using System.IO;
using System.Linq;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Metrics;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Tests.Reporting;
using Xunit;

namespace Quiesce.Runtime.Tests.Metrics;

public sealed class RunMetricsTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly RunHistory _history;

    public RunMetricsTests() => _history = new RunHistory(_folder.At("runs"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_is_told_in_seconds_with_its_profile()
    {
        string[] lines = Samples(RunMetrics.Text(SampleReport.Succeeded, _ => SampleReport.Succeeded));

        Assert.Contains("quiesce_last_run_outcome{profile=\"web-shop\"} 0", lines);
        Assert.Contains("quiesce_last_run_timestamp_seconds{profile=\"web-shop\"} 1795233600.125", lines);
        Assert.Contains("quiesce_last_run_stall_seconds{profile=\"web-shop\"} 0.06", lines);
        Assert.Contains("quiesce_last_run_frozen_seconds{profile=\"web-shop\"} 0.011", lines);
        Assert.Contains("quiesce_last_run_level{profile=\"web-shop\",level=\"application\"} 1", lines);
        Assert.Contains("quiesce_last_run_level{profile=\"web-shop\",level=\"none\"} 0", lines);
        Assert.Contains("quiesce_last_application_consistent_timestamp_seconds{profile=\"web-shop\"} 1795233600.125", lines);
    }

    [Fact]
    public void Every_sample_has_its_help_and_type_directly_before_it()
    {
        string[] lines = RunMetrics.Text(SampleReport.Succeeded, _ => SampleReport.Succeeded).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        foreach ((string line, int index) in lines.Select((line, index) => (line, index)).Where(pair => pair.line.StartsWith("# TYPE ", StringComparison.Ordinal)))
        {
            string name = line.Split(' ')[2];
            Assert.StartsWith($"# HELP {name} ", lines[index - 1], StringComparison.Ordinal);
            Assert.StartsWith(name + "{", lines[index + 1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_failed_run_tells_when_the_last_good_one_was_though_many_others_failed_since()
    {
        _history.Keep(SampleReport.Succeeded);
        for (int number = 0; number < Contract.Limits.MostRunsKept + 2; number++)
            _history.Keep(SampleReport.Succeeded with { RunId = $"failed{number}", Level = "crash", StartedAt = "2026-12-01T00:00:00.000Z" });
        RunReport failed = SampleReport.Succeeded with { RunId = "last", Level = "none", StartedAt = "2026-12-02T00:00:00.000Z" };

        RunMetrics.Write(_folder.At("quiesce.prom"), failed, _history);

        Assert.Contains("quiesce_last_application_consistent_timestamp_seconds{profile=\"web-shop\"} 1795233600.125", Samples(File.ReadAllText(_folder.At("quiesce.prom"))));
    }

    [Fact]
    public void Neither_a_rehearsal_nor_another_profiles_run_is_a_recovery_point()
    {
        _history.Keep(SampleReport.Succeeded with { RunId = "a", IsRehearsal = true });
        _history.Keep(SampleReport.Succeeded with { RunId = "b", Plugins = [new ReportedPlugin("", "other")] });

        Assert.Null(_history.LastApplicationConsistent(new ReportedPlugin("", "web-shop")));
    }

    [Fact]
    public void Of_several_profiles_in_one_run_each_has_its_samples_and_its_own_last_recovery_point()
    {
        ReportedPlugin[] both = [new("Plugin0", "web-shop"), new("Plugin1", "stock")];
        _history.Keep(SampleReport.Succeeded with { RunId = "both", Plugins = both });
        _history.Keep(SampleReport.Succeeded with { RunId = "alone", StartedAt = "2026-12-01T00:00:00.000Z" });
        RunReport failed = SampleReport.Succeeded with { RunId = "last", Plugins = [.. both, new("Plugin2", ""), new("Plugin3", "")], Level = "crash" };

        string[] lines = Samples(RunMetrics.Text(failed, _history.LastApplicationConsistent));

        Assert.Equal(
            ["{profile=\"web-shop\"} 1796083200", "{profile=\"stock\"} 1795233600.125"],
            lines.Where(line => line.StartsWith("quiesce_last_application_consistent_timestamp_seconds", StringComparison.Ordinal)).Select(line => line[line.IndexOf('{', StringComparison.Ordinal)..]));
        foreach (string labels in (string[])["profile=\"web-shop\"", "profile=\"stock\"", "profile=\"\",plugin=\"Plugin2\"", "profile=\"\",plugin=\"Plugin3\""])
            Assert.Contains($"quiesce_last_run_level{{{labels},level=\"crash\"}} 1", lines);
        Assert.Equal(lines.Length, lines.Select(line => line[..line.LastIndexOf(' ')]).Distinct().Count());
    }

    [Fact]
    public void A_recovery_point_of_several_profiles_is_kept_as_long_as_it_is_the_last_of_one_of_them()
    {
        ReportedPlugin web = new("", "web-shop"), stock = new("", "stock");
        _history.Keep(SampleReport.Succeeded with { RunId = "both", Plugins = [web, stock] });
        for (int number = 0; number < Contract.Limits.MostRunsKept + 2; number++)
            _history.Keep(SampleReport.Succeeded with { RunId = $"alone{number}", Plugins = [web] });

        Assert.Equal("both", _history.LastApplicationConsistent(stock)?.RunId);
    }

    [Fact]
    public void A_collector_that_is_not_root_may_read_the_file_and_never_sees_half_of_it()
    {
        string path = _folder.Write("quiesce.prom", "of the run before", "600");

        RunMetrics.Write(path, SampleReport.Succeeded, _history);

        Assert.Equal("644", Convert.ToString((int)File.GetUnixFileMode(path), 8));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_profiles_name_cannot_break_a_line() =>
        Assert.Contains("quiesce_last_run_outcome{profile=\"a\\\"b\\\\c\\nd\"} 0", Samples(RunMetrics.Text(SampleReport.Succeeded with { Plugins = [new ReportedPlugin("", "a\"b\\c\nd")] }, _ => null)));

    private static string[] Samples(string text) => [.. text.Split('\n').Where(line => line != "" && line[0] != '#')];
}
