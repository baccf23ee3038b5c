using System;
using System.IO;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Tests.Reporting;
using Xunit;

namespace Quiesce.Runtime.Tests.History;

public sealed class RunHistoryTests : IDisposable
{
    private const string ScriptsRecord =
        """
        {"schemaVersion":1,"runId":"20261121-a","profile":"web-shop","result":"hold-lost","reason":"orders: the session is gone","bootId":"b","beganMs":1000,"endedMs":3500,"clockResolutionMs":10,
         "engines":[{"name":"orders","kind":"mariadb","method":"backup-stage","proof":"held","stoppedAtMs":1100,"heldFromMs":1100,"heldToMs":null}],"steps":[]}
        """;

    private readonly ScratchFolder _folder = new();
    private readonly RunHistory _history;

    public RunHistoryTests() => _history = new RunHistory(_folder.At("state/runs"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_kept_run_is_found_again_by_the_beginning_of_its_id()
    {
        _history.Keep(SampleReport.Succeeded);

        Assert.Equal(ReportFile.Text(SampleReport.Succeeded), ReportFile.Text(Assert.Single(_history.Find("3f2A")).Report));
        Assert.Empty(_history.Find("3f2b"));
    }

    [Fact]
    public void Nobody_but_the_owner_may_look_into_the_history()
    {
        _history.Keep(SampleReport.Succeeded);

        Assert.Equal("700", Convert.ToString((int)File.GetUnixFileMode(_history.Folder), 8));
        Assert.All(Directory.GetFiles(_history.Folder), file => Assert.Equal("600", Convert.ToString((int)File.GetUnixFileMode(file), 8)));
    }

    [Fact]
    public void The_history_keeps_the_latest_runs_and_no_more_than_its_limit()
    {
        for (int number = 0; number < Limits.MostRunsKept + 3; number++)
        {
            _history.Keep(SampleReport.Succeeded with { RunId = $"run{number:d4}" });
            File.SetLastWriteTimeUtc(Path.Combine(_history.Folder, $"run{number:d4}.json"), DateTime.UnixEpoch.AddMinutes(number));
        }

        _history.Keep(SampleReport.Succeeded with { RunId = "last" });

        string[] kept = [.. _history.All().Select(run => run.Report.RunId)];
        Assert.Equal(Limits.MostRunsKept, kept.Length);
        Assert.Equal(["last", $"run{Limits.MostRunsKept + 2:d4}"], kept[..2]);
        Assert.DoesNotContain("run0003", kept);
        Assert.Contains("run0004", kept);
    }

    [Fact]
    public void What_scripts_recorded_under_another_host_is_shown_with_what_only_that_host_knows_unknown()
    {
        Directory.CreateDirectory(_history.Folder);
        File.WriteAllText(Path.Combine(_history.Folder, "20261121-a.web-shop.json"), ScriptsRecord);

        RunReport report = Assert.Single(_history.All()).Report;

        Assert.Equal(("hold-lost", 42, "unknown"), (report.Outcome.Name, report.Outcome.Number, report.Level));
        Assert.Equal("orders: the session is gone", report.Outcome.Message);
        Assert.Equal((1100, 1100), (report.Stall!.FromMs, report.Stall.ToMs));
        Assert.False(Assert.Single(report.Proof).Holds);
    }

    [Fact]
    public void The_report_of_a_run_takes_the_place_of_what_the_scripts_of_all_its_profiles_recorded()
    {
        Directory.CreateDirectory(_history.Folder);
        File.WriteAllText(Path.Combine(_history.Folder, "20261121-a.stock.json"), ScriptsRecord);
        File.WriteAllText(Path.Combine(_history.Folder, "20261121-a.web-shop.json"), ScriptsRecord);

        File.WriteAllText(Path.Combine(_history.Folder, "20261121-ab.web-shop.json"), ScriptsRecord);

        _history.Keep(SampleReport.Succeeded with { RunId = "20261121-a" });

        Assert.Equal("application", Assert.Single(_history.Find("20261121-a.")).Report.Level);
        Assert.Equal(2, _history.All().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"result\": \"ok\"}")]
    [InlineData("{\"outcome\": 1, \"schemaVersion\": 1}")]
    public void A_file_that_is_no_run_is_passed_over(string text)
    {
        _history.Keep(SampleReport.Succeeded);
        File.WriteAllText(Path.Combine(_history.Folder, "other.json"), text);

        Assert.Equal(SampleReport.Succeeded.RunId, Assert.Single(_history.All()).Report.RunId);
    }

    [Fact]
    public void Without_a_folder_there_is_no_history() => Assert.Empty(_history.All());
}
