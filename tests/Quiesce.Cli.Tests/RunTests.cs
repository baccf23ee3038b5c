using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.Tests;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary><c>quiesce run</c> on a real file system, really frozen.</summary>
public sealed class RunTests
{
    [Fact]
    public void An_application_consistent_run_exits_with_0_and_reports_its_proof()
    {
        using var deployment = new Deployment();

        // A second freeze of what is frozen fails: the snapshot command itself sees that it runs inside one.
        (int exitCode, _, _) = CommandLine.Run(deployment.RunArguments($"! fsfreeze -f {deployment.FileSystem.MountPoint}"));

        Assert.Equal(0, exitCode);
        JsonElement report = deployment.Report();
        Assert.Equal(1, report.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("Succeeded", report.GetProperty("outcome").GetProperty("name").GetString());
        Assert.Equal(0, report.GetProperty("outcome").GetProperty("number").GetInt32());
        Assert.Equal("application", report.GetProperty("level").GetString());
        Assert.Equal(["check", "prepare", "pre", "freeze", "snapshot", "thaw", "post"], report.GetProperty("phases").EnumerateArray().Select(phase => phase.GetProperty("name").GetString()));
        Assert.All(report.GetProperty("mounts").EnumerateArray(), mount => Assert.True(mount.GetProperty("held").GetBoolean()));
        Assert.Equal(["pre", "post"], deployment.Ran);
        Assert.False(deployment.FileSystem.IsFrozen());
    }

    [Fact]
    public void Progress_and_colours_are_for_a_terminal_alone()
    {
        using var deployment = new Deployment();
        string commandLine = string.Join(' ', deployment.RunArguments("true").Select(argument => $"'{argument}'"));

        (_, string piped, string error) = CommandLine.Run(deployment.RunArguments("true"));
        string terminal = Tool.Run("env", "TERM=xterm", "NO_COLOR=", "script", "--quiet", "--command", $"'{CommandLine.Executable}' {commandLine}", "/dev/null");

        Assert.DoesNotContain("\e", piped + error);
        Assert.Contains("\r\e[2Kpre …", terminal);
        Assert.Contains("\e[32mSucceeded (0)\e[0m", terminal);
    }

    [Fact]
    public void The_report_is_for_roots_eyes_only()
    {
        using var deployment = new Deployment();

        CommandLine.Run(deployment.RunArguments("true"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(deployment.ReportPath));
    }

    [Fact]
    public void A_report_that_cannot_be_written_does_not_look_like_success()
    {
        using var deployment = new Deployment();

        (int exitCode, string output, string error) = CommandLine.Run([.. deployment.RunArguments("true")[..^1], deployment.Folder.At("none/report.json")]);

        Assert.Equal(70, exitCode);
        Assert.Contains("Succeeded (0)", output);
        Assert.Contains("none/report.json", error);
    }

    [Fact]
    public void A_foreign_thaw_costs_the_level_and_is_said()
    {
        using var deployment = new Deployment();

        (int exitCode, string output, _) = CommandLine.Run(deployment.RunArguments($"fsfreeze -u {deployment.FileSystem.MountPoint}"));

        Assert.Equal(4, exitCode);
        Assert.Contains("FreezeNotHeld (905)", output);
        Assert.Equal("crash", deployment.Report().GetProperty("level").GetString());
    }

    [Fact]
    public void A_failed_pre_script_leaves_file_system_consistency()
    {
        using var deployment = new Deployment(pre: "echo working >&2; printf 'no such\\033[31m server\\n' >&2; exit 1");

        (int exitCode, string output, _) = CommandLine.Run(deployment.RunArguments("true"));

        Assert.Equal(3, exitCode);
        Assert.Contains("  pre said: no such[31m server\n", output);
        Assert.Equal(300, deployment.Report().GetProperty("outcome").GetProperty("number").GetInt32());
        Assert.Equal(["pre", "post"], deployment.Ran);
    }

    [Fact]
    public void A_failed_snapshot_is_none_and_everything_is_released()
    {
        using var deployment = new Deployment();

        Assert.Equal(5, CommandLine.Run(deployment.RunArguments("false")).ExitCode);
        Assert.Equal(["pre", "post"], deployment.Ran);
        Assert.False(deployment.FileSystem.IsFrozen());
    }

    [Fact]
    public void A_snapshot_that_hangs_is_ended_within_the_freeze_limit_of_its_profile()
    {
        using var deployment = new Deployment();
        using var profile = new ScratchFolder();
        Directory.CreateDirectory(profile.At("state"));
        CompiledProfile.Write(profile, CompiledProfile.Sample with
        {
            Engines = default,
            Steps = default,
            Run = CompiledProfile.Sample.Run with
            {
                FreezeLimitInSeconds = 1,
                Mounts = (string[])[deployment.FileSystem.MountPoint],
                RunDirectory = profile.At("state/run"),
                LogDirectory = profile.At("state/log"),
                StateDirectory = profile.At("state"),
            },
        });

        int exitCode = CommandLine.Run("run", "--profile", profile.Path, "--snapshot-command", "sleep 600", "--report", deployment.ReportPath).ExitCode;

        Assert.Equal("SnapshotTimeout", deployment.Report().GetProperty("outcome").GetProperty("name").GetString());
        Assert.Equal(5, exitCode);
        Assert.Single(Directory.GetFiles(profile.At("state/runs")));
        Assert.False(deployment.FileSystem.IsFrozen());
    }

    [Fact]
    public async Task Asked_to_end_during_the_freeze_a_run_releases_everything_and_exits_with_130()
    {
        using var deployment = new Deployment();
        using Process run = CommandLine.Start(deployment.RunArguments(deployment.SayingThatItIsFrozen("sleep 600")));
        deployment.WaitUntilFrozen();

        Tool.Run("kill", "-TERM", run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await run.WaitForExitAsync();

        Assert.Equal(130, run.ExitCode);
        Assert.False(deployment.FileSystem.IsFrozen());
        Assert.Equal(["pre", "post"], deployment.Ran);
        Assert.Equal("Cancelled", deployment.Report().GetProperty("outcome").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Killed_during_the_freeze_a_run_leaves_nothing_frozen()
    {
        using var deployment = new Deployment();
        using Process run = CommandLine.Start(deployment.RunArguments(deployment.SayingThatItIsFrozen("sleep 5")));
        deployment.WaitUntilFrozen();

        run.Kill();
        await deployment.FileSystem.WriteAsync();

        Assert.False(deployment.FileSystem.IsFrozen());
    }

    [Fact]
    public void With_nothing_named_to_be_frozen_the_run_is_refused_with_a_hint()
    {
        using var deployment = new Deployment();

        (int exitCode, string output, _) = CommandLine.Run("run", "--config", deployment.Config, "--history", deployment.History, "--snapshot-command", "true");

        Assert.Equal(1, exitCode);
        Assert.Contains("--mount", output);
        Assert.Empty(deployment.Ran);
    }

    [Fact]
    public void A_folder_that_is_no_mount_point_is_refused_before_any_script()
    {
        using var deployment = new Deployment();

        (int exitCode, string output, _) = CommandLine.Run("run", "--config", deployment.Config, "--mount", deployment.Folder.Path, "--history", deployment.History, "--snapshot-command", "true");

        Assert.Equal(1, exitCode);
        Assert.Contains("MountOpenFailed (123)", output);
        Assert.Empty(deployment.Ran);
    }

    [Fact]
    public void A_malformed_configuration_is_refused_with_its_place()
    {
        using var deployment = new Deployment(settings: ", \"timeoutInSeconds\": 0");

        (int exitCode, string output, _) = CommandLine.Run([.. deployment.RunArguments("true"), "--json"]);

        Assert.Equal(1, exitCode);
        JsonElement outcome = JsonDocument.Parse(output).RootElement.GetProperty("outcome");
        Assert.Equal(("IncorrectJSONConfigFile", 305), (outcome.GetProperty("name").GetString(), outcome.GetProperty("number").GetInt32()));
        Assert.Contains(deployment.Config + ":1:", outcome.GetProperty("message").GetString());
        Assert.Empty(deployment.Ran);
    }
}
