using System;
using System.Globalization;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

public sealed class PostgreSqlVersionTests
{
    /// <summary>The names of the functions, who may call them, and how a restore is asked for have changed over these versions.</summary>
    [Theory]
    [InlineData("10.23.0-beta.6")]
    [InlineData("11.22.1-beta.11")]
    [InlineData("12.22.0-beta.15")]
    [InlineData("13.23.0-beta.16")]
    [InlineData("14.23.0-beta.17")]
    [InlineData("15.18.0-beta.17")]
    [InlineData("16.14.0-beta.17")]
    [InlineData("17.10.0-beta.17")]
    [InlineData("18.4.0-beta.17")]
    public void Every_version_comes_to_rest_by_both_methods(string version)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        using var cluster = new ArchivingCluster(PostgreSqlVersions.Programs(version));
        using var writer = new PostgreSqlWriter(cluster.Server, "ledger");

        ACheckpointIsMadeAndWhatWasAcknowledgedIsWrittenOut(cluster, version);
        ACopyInBackupModeIsRestored(cluster, writer);
    }

    private static void ACheckpointIsMadeAndWhatWasAcknowledgedIsWrittenOut(ArchivingCluster cluster, string version)
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(cluster.Engine with { Method = PostgreSqlQuiesce.Checkpoint }));
        var redo = cluster.Server.Query("SELECT redo_lsn FROM pg_control_checkpoint()");
        var acknowledged = cluster.Server.Query("SELECT pg_current_wal_insert_lsn()");

        Assert.Equal(0, profile.RunPre());

        Assert.Equal("t", cluster.Server.Query($"SELECT redo_lsn > '{redo}' FROM pg_control_checkpoint()"));
        Assert.Equal(0, profile.RunPost());
        var engine = profile.Record.GetProperty("engines")[0];
        Assert.StartsWith(version.Split('.')[0], engine.GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.Equal("t", cluster.Server.Query($"SELECT '{engine.GetProperty("coordinates").GetProperty("lsn").GetString()}'::pg_lsn >= '{acknowledged}'"));
    }

    private static void ACopyInBackupModeIsRestored(ArchivingCluster cluster, PostgreSqlWriter writer)
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(cluster.Engine));
        Assert.Equal(0, profile.RunPre());
        var copy = cluster.Copy(() => cluster.Server.Query("SELECT pg_switch_wal()"));
        var acknowledged = writer.Acknowledged;
        Assert.Equal(0, profile.RunPost());
        var sent = writer.Sent;

        cluster.Prepare(copy);
        using var restored = cluster.Start(copy);

        Assert.InRange(int.Parse(restored.Query("SELECT count(*) FROM ledger"), CultureInfo.InvariantCulture), acknowledged, sent);
    }
}
