using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Quiesce.Cli.Tests;

public sealed class RehearseAndDryRunTests
{
    [Fact]
    public void A_rehearsal_freezes_for_real_measures_the_stall_and_is_no_recovery_point()
    {
        using var deployment = new Deployment();

        (int exitCode, string output, _) = CommandLine.Run(
            "rehearse", "--config", deployment.Config, "--mount", deployment.FileSystem.MountPoint, "--history", deployment.History, "--report", deployment.ReportPath);

        Assert.Equal(0, exitCode);
        Assert.Contains("Rehearsed (0)", output);
        Assert.Contains("  stall  ", output);
        JsonElement report = deployment.Report();
        Assert.True(report.GetProperty("isRehearsal").GetBoolean());
        Assert.True(report.GetProperty("mounts")[0].GetProperty("held").GetBoolean());
        JsonElement stall = report.GetProperty("stall");
        JsonElement freeze = report.GetProperty("phases").EnumerateArray().Single(phase => phase.GetProperty("name").GetString() == "freeze");
        Assert.InRange(stall.GetProperty("fromMs").GetDouble(), freeze.GetProperty("startMs").GetDouble(), report.GetProperty("mounts")[0].GetProperty("frozenAtMs").GetDouble());
        Assert.Equal(["pre", "post"], deployment.Ran);
        Assert.Contains("(application)", CommandLine.Run("show", "--history", deployment.History).Output);
    }

    [Fact]
    public void A_rehearsal_whose_script_fails_is_not_praised()
    {
        using var deployment = new Deployment(post: "exit 1");

        Assert.Equal(3, CommandLine.Run("rehearse", "--config", deployment.Config, "--mount", deployment.FileSystem.MountPoint, "--history", deployment.History).ExitCode);
    }

    [Fact]
    public void A_dry_run_says_the_whole_way_and_touches_nothing()
    {
        using var deployment = new Deployment();
        string[] before = Directory.GetFileSystemEntries(deployment.Folder.Path, "*", SearchOption.AllDirectories);

        (int exitCode, string output, _) = CommandLine.Run([.. deployment.RunArguments("touch " + deployment.Folder.At("taken")), "--dry-run", "--json"]);

        Assert.Equal(0, exitCode);
        JsonElement[] steps = [.. JsonDocument.Parse(output).RootElement.GetProperty("steps").EnumerateArray()];
        Assert.Equal(["pre", "freeze", "snapshot", "thaw", "post"], steps.Select(step => step.GetProperty("phase").GetString()));
        Assert.StartsWith(deployment.Folder.At("pre.sh"), steps[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(deployment.FileSystem.MountPoint + " (ext4)", steps[1].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(deployment.Ran);
        Assert.Equal(before, Directory.GetFileSystemEntries(deployment.Folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_rehearsals_dry_run_says_the_whole_way_and_touches_nothing()
    {
        using var deployment = new Deployment();
        string[] before = Directory.GetFileSystemEntries(deployment.Folder.Path, "*", SearchOption.AllDirectories);
        string[] arguments = ["rehearse", "--config", deployment.Config, "--mount", deployment.FileSystem.MountPoint, "--history", deployment.History, "--report", deployment.ReportPath, "--dry-run"];

        (int exitCode, string output, _) = CommandLine.Run([.. arguments, "--json"]);
        string text = CommandLine.Run(arguments).Output;

        Assert.Equal(0, exitCode);
        JsonElement[] steps = [.. JsonDocument.Parse(output).RootElement.GetProperty("steps").EnumerateArray()];
        Assert.Equal(["pre", "freeze", "snapshot", "thaw", "post"], steps.Select(step => step.GetProperty("phase").GetString()));
        Assert.StartsWith("nothing (a rehearsal)", steps[2].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("Nothing was run, frozen or written.", text);
        Assert.Empty(deployment.Ran);
        Assert.Equal(before, Directory.GetFileSystemEntries(deployment.Folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_dry_run_is_refused_as_the_run_would_be()
    {
        using var deployment = new Deployment(settings: ", \"timeoutInSeconds\": \"60\"");

        (int exitCode, string output, _) = CommandLine.Run([.. deployment.RunArguments("true"), "--dry-run"]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("A run would be refused: IncorrectJSONConfigFile (305): " + deployment.Config, output);
    }

    [Fact]
    public void Metrics_are_written_where_they_are_asked_for_and_a_file_that_cannot_be_is_no_success()
    {
        using var deployment = new Deployment();

        Assert.Equal(0, CommandLine.Run([.. deployment.RunArguments("true"), "--metrics", deployment.Folder.At("quiesce.prom")]).ExitCode);
        Assert.Contains("quiesce_last_application_consistent_timestamp_seconds{profile=\"\"} ", File.ReadAllText(deployment.Folder.At("quiesce.prom")));
        Assert.Equal(70, CommandLine.Run([.. deployment.RunArguments("true"), "--metrics", deployment.Folder.At("none/quiesce.prom")]).ExitCode);
    }
}
