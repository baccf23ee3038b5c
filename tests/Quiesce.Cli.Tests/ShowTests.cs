using System.IO;
using System.Linq;
using System.Text.Json;
using Quiesce.Runtime.Tests.Reporting;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary><c>quiesce show</c>, of runs that really took place.</summary>
public sealed class ShowTests
{
    [Fact]
    public void Every_run_is_listed_and_each_can_be_shown()
    {
        using var deployment = new Deployment();
        CommandLine.Run(deployment.RunArguments("false"));
        CommandLine.Run(deployment.RunArguments("true"));
        string latest = deployment.Report().GetProperty("runId").GetString()!;

        (int exitCode, string list, _) = CommandLine.Run("show", "--history", deployment.History, "--json");
        JsonElement[] runs = [.. JsonDocument.Parse(list).RootElement.GetProperty("runs").EnumerateArray()];

        Assert.Equal(0, exitCode);
        Assert.Equal([("application", 0), ("none", 902)], runs.Select(run => (run.GetProperty("level").GetString(), run.GetProperty("number").GetInt32())));
        Assert.Equal(latest, runs[0].GetProperty("runId").GetString());
        Assert.Contains("SnapshotFailed (902)", CommandLine.Run("show", "--history", deployment.History).Output);
        Assert.Contains("SnapshotFailed (902)", CommandLine.Run("show", runs[1].GetProperty("runId").GetString()![..12], "--history", deployment.History).Output);
        Assert.Equal(File.ReadAllText(deployment.ReportPath), CommandLine.Run("show", "latest", "--json", "--history", deployment.History).Output);
    }

    [Fact]
    public void A_page_of_the_run_is_written_beside_nothing_else()
    {
        using var deployment = new Deployment();
        CommandLine.Run(deployment.RunArguments("true"));
        Directory.CreateDirectory(deployment.Folder.At("pages"));

        Assert.Equal(0, CommandLine.Run("show", deployment.ReportPath, "--html", deployment.Folder.At("pages/run.html")).ExitCode);

        string page = File.ReadAllText(Assert.Single(Directory.GetFiles(deployment.Folder.At("pages"))));
        Assert.Contains("application-consistent", page);
        Assert.Contains("freeze of " + deployment.FileSystem.MountPoint, page);
    }

    [Fact]
    public void A_real_report_is_as_the_printed_schema_says()
    {
        using var deployment = new Deployment();
        CommandLine.Run(deployment.RunArguments("echo taken"));

        var schema = new SchemaCheck(JsonDocument.Parse(CommandLine.Run("show", "--schema").Output).RootElement);

        Assert.Empty(schema.Faults(deployment.Report()));
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("3f2a")]
    [InlineData("./none.json")]
    [InlineData("/dev/null")]
    public void A_run_that_is_not_there_is_said_to_be_missing(string run)
    {
        (int exitCode, _, string error) = CommandLine.Run("show", run, "--history", "/nonexistent");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("quiesce: ", error);
    }

    [Fact]
    public void An_empty_history_is_said_to_be_empty() => Assert.Equal((0, "There is no run in /nonexistent.\n", ""), CommandLine.Run("show", "--history", "/nonexistent"));
}
