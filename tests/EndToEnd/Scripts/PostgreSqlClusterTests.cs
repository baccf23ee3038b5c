using System;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A server that is one of several, without a manager.</summary>
public sealed class PostgreSqlClusterTests : IClassFixture<PostgreSqlClusterTests.Pair>
{
    private readonly Pair _pair;

    public PostgreSqlClusterTests(Pair pair) => _pair = pair;

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_standby_comes_to_rest_where_it_has_replayed_to_and_the_record_names_its_role(string shell)
    {
        using var profile = new DeployedProfile(shell, DeployedProfile.Profile(Engine(_pair.Standby)));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        var engine = profile.Record.GetProperty("engines")[0];
        Assert.Equal("replica", engine.GetProperty("role").GetString());
        Assert.Equal("t", _pair.Standby.Query($"SELECT '{engine.GetProperty("coordinates").GetProperty("lsn").GetString()}'::pg_lsn <= pg_last_wal_replay_lsn()"));
    }

    [Fact]
    public void A_profile_for_primaries_leaves_a_standby_alone_and_one_for_replicas_a_primary()
    {
        const int skipped = 50;
        using var forPrimaries = new DeployedProfile("dash", DeployedProfile.Profile(Engine(_pair.Standby) with { Role = RolePolicy.PrimaryOnly }));
        using var forReplicas = new DeployedProfile("dash", DeployedProfile.Profile(Engine(_pair.Primary) with { Role = RolePolicy.ReplicaOnly }));
        var redo = _pair.Primary.Query("SELECT redo_lsn FROM pg_control_checkpoint()");

        Assert.Equal(skipped, forPrimaries.RunPre());
        Assert.Equal(skipped, forReplicas.RunPre());

        Assert.Equal(redo, _pair.Primary.Query("SELECT redo_lsn FROM pg_control_checkpoint()"));
        Assert.Equal(skipped, forPrimaries.RunPost());
        Assert.Equal(skipped, forReplicas.RunPost());
    }

    [Fact]
    public void A_standby_is_not_copied_in_backup_mode()
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(
            Engine(_pair.Standby) with { Method = PostgreSqlQuiesce.BackupMode, LabelDirectory = "/run", RestoreCommand = "false" }));

        Assert.Equal(33, profile.RunPre());
        Assert.Contains("backup mode needs a primary", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private static PostgreSqlSpec Engine(PrivatePostgreSql server) => new()
    {
        Name = "ledger",
        Method = PostgreSqlQuiesce.Checkpoint,
        Role = RolePolicy.Any,
        Cluster = PostgreSqlCluster.None,
        SocketDirectory = server.Folder,
        User = "postgres",
        OsUser = "postgres",
        Database = "postgres",
    };

    public sealed class Pair : IDisposable
    {
        public Pair()
        {
            Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
            Primary = new PrivatePostgreSql();
            Standby = Primary.Standby();
        }

        internal PrivatePostgreSql Primary { get; }

        internal PrivatePostgreSql Standby { get; }

        public void Dispose()
        {
            Standby.Dispose();
            Primary.Dispose();
        }
    }
}
