using System;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

public sealed class PostgreSqlVersionTests
{
    /// <summary>The names of the functions, and who may call them, have changed over these versions.</summary>
    [Theory]
    [InlineData("12.22.0-beta.15")]
    [InlineData("14.23.0-beta.17")]
    [InlineData("17.10.0-beta.17")]
    [InlineData("18.4.0-beta.17")]
    public void Every_version_comes_to_rest(string version)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        using var cluster = new PrivatePostgreSql(PostgreSqlVersions.Programs(version));
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(new PostgreSqlSpec
        {
            Name = "ledger",
            Method = PostgreSqlQuiesce.Checkpoint,
            SocketDirectory = cluster.Folder,
            OsUser = "postgres",
            Database = "postgres",
        }));
        cluster.Query("CREATE TABLE ledger AS SELECT generate_series(1, 1000) AS id");
        var redo = cluster.Query("SELECT redo_lsn FROM pg_control_checkpoint()");
        var acknowledged = cluster.Query("SELECT pg_current_wal_insert_lsn()");

        Assert.Equal(0, profile.RunPre());

        Assert.Equal("t", cluster.Query($"SELECT redo_lsn > '{redo}' FROM pg_control_checkpoint()"));
        Assert.Equal(0, profile.RunPost());
        var engine = profile.Record.GetProperty("engines")[0];
        Assert.StartsWith(version.Split('.')[0], engine.GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.Equal("t", cluster.Query($"SELECT '{engine.GetProperty("coordinates").GetProperty("lsn").GetString()}'::pg_lsn >= '{acknowledged}'"));
    }
}
