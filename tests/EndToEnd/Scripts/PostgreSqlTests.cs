using System;
using System.Linq;
using System.Text.Json;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A cluster whose copy is good because all its devices are frozen at once: the pre script makes recovery short and writes out what was acknowledged.</summary>
public sealed class PostgreSqlTests : IClassFixture<PostgreSqlTests.Cluster>
{
    private readonly PrivatePostgreSql _cluster;

    public PostgreSqlTests(Cluster cluster) => _cluster = cluster.Server;

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_checkpoint_is_made_and_what_was_acknowledged_is_written_out(string shell)
    {
        using var profile = new DeployedProfile(shell, DeployedProfile.Profile(Engine()));
        var redo = _cluster.Query("SELECT redo_lsn FROM pg_control_checkpoint()");
        _cluster.Query("INSERT INTO ledger SELECT generate_series(1, 1000)");
        var acknowledged = _cluster.Query("SELECT pg_current_wal_insert_lsn()");

        Assert.Equal(0, profile.RunPre());

        Assert.Equal("t", _cluster.Query($"SELECT redo_lsn > '{redo}' FROM pg_control_checkpoint()"));
        Assert.Equal(0, profile.RunPost());
        var engine = profile.Record.GetProperty("engines")[0];
        Assert.Equal("t", _cluster.Query($"SELECT '{engine.GetProperty("coordinates").GetProperty("lsn").GetString()}'::pg_lsn >= '{acknowledged}'"));
        Assert.Equal("atomic", engine.GetProperty("proof").GetString());
        Assert.Equal(JsonValueKind.Null, engine.GetProperty("heldFromMs").ValueKind);
        Assert.Equal("off", engine.GetProperty("durability").GetProperty("synchronous_commit").GetString());
        Assert.NotEmpty(engine.GetProperty("notes").EnumerateArray());
        Assert.Empty(profile.Processes());
    }

    [Fact]
    public void Nothing_of_it_stays_connected_between_the_scripts()
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Engine()));

        Assert.Equal(0, profile.RunPre());

        Assert.Equal("0", _cluster.Query("SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'quiesce'"));
        Assert.Equal(0, profile.RunPost());
    }

    [Fact]
    public void Two_clusters_and_a_MariaDb_server_come_to_rest_together()
    {
        using var other = new PrivatePostgreSql();
        using var mariaDb = new MariaDbServer();
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(
            Engine(),
            Engine() with { Name = "archive", SocketDirectory = other.Folder },
            mariaDb.Engine()));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Equal(["ledger", "archive", "orders"], profile.Record.GetProperty("engines").EnumerateArray().Select(engine => engine.GetProperty("name").GetString()));
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
    }

    [Fact]
    public void One_engine_that_fails_releases_the_others()
    {
        using var mariaDb = new MariaDbServer();
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(mariaDb.Engine(), Engine() with { SocketDirectory = "/nonexistent" }));

        Assert.Equal(30, profile.RunPre());

        mariaDb.Server.Query(MariaDbServer.Insert);
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
        Assert.Empty(profile.Processes());
    }

    [Fact]
    public void A_missing_permission_is_answered_with_the_statement_that_grants_it()
    {
        _cluster.Query("DROP ROLE IF EXISTS clerk");
        _cluster.Query("CREATE ROLE clerk LOGIN");
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Engine() with { User = "clerk" }));

        Assert.Equal(31, profile.RunPre());
        Assert.Contains("GRANT pg_checkpoint", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private PostgreSqlSpec Engine() => new()
    {
        Name = "ledger",
        Method = PostgreSqlQuiesce.Checkpoint,
        SocketDirectory = _cluster.Folder,
        User = "postgres",
        OsUser = "postgres",
        Database = "postgres",
    };

    public sealed class Cluster : IDisposable
    {
        public Cluster()
        {
            Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
            Server = new PrivatePostgreSql(null, "-c", "synchronous_commit=off");
            Server.Query("CREATE TABLE ledger (id INT)");
        }

        internal PrivatePostgreSql Server { get; }

        public void Dispose() => Server.Dispose();
    }
}
