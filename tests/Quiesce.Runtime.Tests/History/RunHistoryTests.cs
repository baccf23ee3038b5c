using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Tests.Reporting;
using Xunit;

namespace Quiesce.Runtime.Tests.History;

public sealed class RunHistoryTests : IDisposable
{
    private static string ScriptsReport { get; } = ReportFile.Text(SampleReport.Succeeded with { RunId = "20261121-a", Level = "unknown" });

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
    public void After_the_clock_was_set_back_the_run_just_kept_is_the_latest_and_those_of_the_future_are_forgotten_first()
    {
        for (int number = 0; number < Limits.MostRunsKept; number++)
        {
            _history.Keep(SampleReport.Succeeded with { RunId = $"future{number:d4}" });
            File.SetLastWriteTimeUtc(Path.Combine(_history.Folder, $"future{number:d4}.json"), DateTime.UtcNow.AddDays(10 + number));
        }

        _history.Keep(SampleReport.Succeeded with { RunId = "first" });
        File.SetLastWriteTimeUtc(Path.Combine(_history.Folder, "first.json"), DateTime.UtcNow.AddHours(-1));
        _history.Keep(SampleReport.Succeeded with { RunId = "second", Level = "none" });

        string[] kept = [.. _history.All().Select(run => run.Report.RunId)];
        Assert.Equal(Limits.MostRunsKept, kept.Length);
        Assert.Equal(["second", "first"], kept[..2]);
        Assert.DoesNotContain("future0001", kept);
    }

    [Fact]
    public void A_run_dated_before_all_others_is_kept_when_it_is_the_last()
    {
        for (int number = 0; number < Limits.MostRunsKept; number++)
        {
            _history.Keep(SampleReport.Succeeded with { RunId = $"run{number:d4}", Level = "none" });
            // Within what clocks may differ by: later than anything that is written now.
            File.SetLastWriteTimeUtc(Path.Combine(_history.Folder, $"run{number:d4}.json"), DateTime.UtcNow.AddSeconds(50));
        }

        _history.Keep(SampleReport.Succeeded with { RunId = "last", Level = "none" });

        Assert.Single(_history.Find("last"));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_no_empty_history() =>
        Assert.ThrowsAny<IOException>(() => new RunHistory(_folder.Write("file", "")).All().Count());

    [Fact]
    public void The_report_of_a_run_takes_the_place_of_what_the_scripts_of_all_its_profiles_reported()
    {
        Directory.CreateDirectory(_history.Folder);
        File.WriteAllText(Path.Combine(_history.Folder, "20261121-a.stock.json"), ScriptsReport);
        File.WriteAllText(Path.Combine(_history.Folder, "20261121-a.web-shop.json"), ScriptsReport);

        File.WriteAllText(Path.Combine(_history.Folder, "20261121-ab.web-shop.json"), ScriptsReport);

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

    /// <summary>What another version left, or somebody's editor: a run that went well must not end with it.</summary>
    [Fact]
    public void A_run_that_lacks_any_part_holds_nobody_up()
    {
        _history.Keep(SampleReport.Succeeded);
        string whole = File.ReadAllText(Path.Combine(_history.Folder, SampleReport.Succeeded.RunId + ".json"));
        foreach (string part in JsonNode.Parse(whole)!.AsObject().Select(member => member.Key))
        {
            JsonObject absent = JsonNode.Parse(whole)!.AsObject(), empty = JsonNode.Parse(whole)!.AsObject();
            absent.Remove(part);
            empty[part] = null;
            File.WriteAllText(Path.Combine(_history.Folder, $"absent-{part}.json"), absent.ToJsonString());
            File.WriteAllText(Path.Combine(_history.Folder, $"empty-{part}.json"), empty.ToJsonString());
        }

        Assert.Equal(SampleReport.Succeeded.RunId, _history.LastApplicationConsistent(SampleReport.Succeeded.Plugins[0])!.RunId);
    }

    [Fact]
    public void Without_a_folder_there_is_no_history() => Assert.Empty(_history.All());
}
