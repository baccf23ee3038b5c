using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary><c>quiesce run --snapshot</c>: what each kind makes, what is frozen beside it, and what is left after a failure.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void A_copy_of_the_image_below_the_frozen_file_system_is_reported_and_clean()
    {
        using var deployment = new Deployment();
        File.WriteAllText(deployment.FileSystem.MountPoint + "/row", "one");
        string copy = deployment.Folder.At("copy.img");

        Assert.Equal(0, Run(deployment, deployment.FileSystem.MountPoint, "--snapshot", $"copy:{deployment.FileSystem.Image}={copy}"));

        JsonElement part = Assert.Single(deployment.Report().GetProperty("snapshot").GetProperty("parts").EnumerateArray().ToArray());
        Assert.Equal(copy, part.GetProperty("path").GetString());
        Assert.Equal(new FileInfo(copy).Length, part.GetProperty("sizeInBytes").GetInt64());
        Tool.Run("e2fsck", "-fn", copy);
        Assert.Contains("one", Tool.Run("debugfs", "-R", "cat /row", copy));
    }

    [Fact]
    public void A_btrfs_with_a_snapshot_of_its_own_is_not_frozen_and_the_run_is_application_consistent()
    {
        using var deployment = new Deployment();
        using ScratchFileSystem btrfs = ScratchFileSystem.Create("btrfs");
        File.WriteAllText(btrfs.MountPoint + "/row", "one");

        Assert.Equal(0, Run(deployment, btrfs.MountPoint, "--snapshot", $"btrfs:{btrfs.MountPoint}={btrfs.MountPoint}/copy"));

        JsonElement report = deployment.Report();
        Assert.Empty(report.GetProperty("mounts").EnumerateArray());
        Assert.Contains("atomic by itself", report.GetProperty("proof")[0].GetProperty("reason").GetString());
        Assert.Equal("one", File.ReadAllText(btrfs.MountPoint + "/copy/row"));
    }

    [Fact]
    public void Beside_it_other_file_systems_are_frozen_as_always()
    {
        using var deployment = new Deployment();
        using ScratchFileSystem btrfs = ScratchFileSystem.Create("btrfs");

        Assert.Equal(0, Run(
            deployment, deployment.FileSystem.MountPoint + "/", "--mount", btrfs.MountPoint + "/", "--snapshot", $"btrfs:{btrfs.MountPoint}={btrfs.MountPoint}/copy", "--snapshot-command", $"! fsfreeze -f {deployment.FileSystem.MountPoint}"));

        Assert.Equal([deployment.FileSystem.MountPoint], deployment.Report().GetProperty("mounts").EnumerateArray().Select(mount => mount.GetProperty("mountPoint").GetString()));
        Assert.Equal([btrfs.MountPoint + "/copy"], Directory.GetFileSystemEntries(btrfs.MountPoint));
    }

    [Fact]
    public void After_a_failure_of_one_snapshot_nothing_is_left_of_the_others()
    {
        using var deployment = new Deployment();
        using ScratchFileSystem btrfs = ScratchFileSystem.Create("btrfs");

        Assert.Equal(5, Run(deployment, btrfs.MountPoint, "--snapshot", $"btrfs:{btrfs.MountPoint}={btrfs.MountPoint}/copy", "--snapshot-command", "exit 3"));

        Assert.Empty(Directory.GetFileSystemEntries(btrfs.MountPoint));
        Assert.Equal("failed", deployment.Report().GetProperty("snapshot").GetProperty("end").GetString());
        Assert.Equal(["pre", "post"], deployment.Ran);
    }

    [Fact]
    public void A_snapshot_that_cannot_be_taken_here_is_refused_before_any_script()
    {
        using var deployment = new Deployment();

        Assert.Equal(1, Run(deployment, deployment.FileSystem.MountPoint, "--snapshot", $"copy:{deployment.FileSystem.Image}={deployment.FileSystem.MountPoint}/copy"));

        Assert.Equal("SnapshotImpossible", deployment.Report().GetProperty("outcome").GetProperty("name").GetString());
        Assert.Empty(deployment.Ran);
    }

    [Theory]
    [InlineData("linear", "--extents 10%ORIGIN", "thick snapshot")]
    [InlineData("thin,sparse", "--setactivationskip n", "thin snapshot")]
    public void A_volume_is_snapshotted_as_its_kind_demands(string layout, string space, string note)
    {
        using var deployment = new Deployment();
        string tools = StandIn(deployment, "lvs", $"case \"$*\" in *quiesce-*) echo 'vg|snap|uuid-2|/dev/vg/snap|{layout}|1048576|253|9|5000000|data' ;; *) echo 'vg|data|uuid-1|/dev/vg/data|{layout}|1048576|253|7|5000000|' ;; esac");
        StandIn(deployment, "lvcreate", $"echo \"$*\" >>{deployment.Folder.At("called")}");

        Assert.Equal(0, RunWith(tools, deployment, deployment.FileSystem.MountPoint, "--snapshot", "lvm:vg/data"));

        Assert.Contains(space, File.ReadAllText(deployment.Folder.At("called")));
        JsonElement part = deployment.Report().GetProperty("snapshot").GetProperty("parts")[0];
        Assert.Equal(("uuid-2", "/dev/vg/snap", 1048576), (part.GetProperty("id").GetString(), part.GetProperty("path").GetString(), part.GetProperty("sizeInBytes").GetInt64()));
        Assert.Contains(note, part.GetProperty("note").GetString());
    }

    [Fact]
    public void A_volume_group_without_space_is_refused_before_any_script()
    {
        using var deployment = new Deployment();
        string tools = StandIn(deployment, "lvs", "echo 'vg|data|uuid-1|/dev/vg/data|linear|1048576|253|7|4096|'");

        Assert.Equal(1, RunWith(tools, deployment, deployment.FileSystem.MountPoint, "--snapshot", "lvm:vg/data"));

        Assert.Contains("size=1G", deployment.Report().GetProperty("outcome").GetProperty("message").GetString());
        Assert.Empty(deployment.Ran);
    }

    [Fact]
    public void What_ZFS_made_says_that_it_is_unverified()
    {
        using var deployment = new Deployment();
        string tools = StandIn(deployment, "zfs", $"echo \"$*\" >>{deployment.Folder.At("called")}; case $1 in get) printf '4711\\n2048\\n' ;; esac");

        Assert.Equal(0, RunWith(tools, deployment, deployment.FileSystem.MountPoint, "--snapshot", "zfs:tank/data@today"));

        Assert.Contains("snapshot tank/data@today", File.ReadAllText(deployment.Folder.At("called")));
        JsonElement part = deployment.Report().GetProperty("snapshot").GetProperty("parts")[0];
        Assert.Equal(("4711", 2048), (part.GetProperty("id").GetString(), part.GetProperty("sizeInBytes").GetInt64()));
        Assert.StartsWith("UNVERIFIED", part.GetProperty("note").GetString());
    }

    /// <returns>The folder to put first into <c>PATH</c>.</returns>
    private static string StandIn(Deployment deployment, string name, string body)
    {
        Directory.CreateDirectory(deployment.Folder.At("tools"));
        deployment.Folder.Write("tools/" + name, $"#!/bin/sh\n{body}\n", "700");
        return deployment.Folder.At("tools");
    }

    private static int Run(Deployment deployment, string mount, params string[] arguments) => RunWith("/nowhere", deployment, mount, arguments);

    private static int RunWith(string tools, Deployment deployment, string mount, params string[] arguments)
    {
        var start = new ProcessStartInfo(CommandLine.Executable, ["run", "--config", deployment.Config, "--mount", mount, .. arguments, "--report", deployment.ReportPath]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{tools}:{Environment.GetEnvironmentVariable("PATH")}";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        TestContext.Current.SendDiagnosticMessage("{0}{1}", process.StandardOutput.ReadToEnd(), error.Result);
        process.WaitForExit();
        return process.ExitCode;
    }
}
