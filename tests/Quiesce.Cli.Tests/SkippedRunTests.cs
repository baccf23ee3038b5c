using System.IO;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.Tests;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary>A run that a role policy skips is neither a success nor a failure, and says so by an outcome and an exit code of its own.</summary>
public sealed class SkippedRunTests
{
    [Fact]
    public void Where_a_role_policy_skips_the_run_there_is_no_snapshot_and_a_code_of_its_own()
    {
        using var deployment = new Deployment();
        using var profile = new ScratchFolder();
        Directory.CreateDirectory(profile.At("state"));
        string client = new StandInMySql(profile.Path) { ReplicaStatus = @"Waiting for source\tdb1\tfollower\t3306\t60\tbinlog.000007" }.Install();
        CompiledProfile.Write(profile, CompiledProfile.Sample with
        {
            Engines = (EngineSpec[])[new MySqlSpec { Name = "stock", Method = MySqlQuiesce.ReadLock, Role = RolePolicy.PrimaryOnly, LockWaitInSeconds = 5, Client = client }],
            Steps = default,
            Run = CompiledProfile.Sample.Run with
            {
                Mounts = (string[])[deployment.FileSystem.MountPoint],
                RunDirectory = profile.At("state/run"),
                LogDirectory = profile.At("state/log"),
                StateDirectory = profile.At("state"),
            },
        });

        (int exitCode, string output, _) = CommandLine.Run(
            "run", "--profile", profile.Path, "--snapshot-command", $"touch {profile.At("snapshot")}", "--report", deployment.ReportPath);

        Assert.Equal(8, exitCode);
        Assert.Contains("Skipped (911)", output);
        Assert.Equal("none", deployment.Report().GetProperty("level").GetString());
        Assert.Contains("stock is a replica, and the profile wants primary-only", deployment.Report().GetProperty("scripts")[0].GetProperty("output").GetString());
        Assert.False(File.Exists(profile.At("snapshot")));
    }
}
