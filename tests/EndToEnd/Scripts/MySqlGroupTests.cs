using System;
using System.Globalization;
using System.Text.Json;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A member of a real replication group, which gives up whoever is silent for longer than it waits: five seconds until it suspects, and five more by default.</summary>
public sealed class MySqlGroupTests : IDisposable
{
    private const int PermissionMissing = 31;
    private const int ClusterAtRisk = 35;
    private const int GroupWaitsForSeconds = 10;

    private readonly PrivateMySql _server;

    public MySqlGroupTests()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        _server = new PrivateMySql(
            "--skip-networking=OFF", "--bind-address=127.0.0.1", "--report-host=127.0.0.1", "--port=" + FreePort(), "--gtid-mode=ON", "--enforce-gtid-consistency=ON",
            "--plugin-load-add=group_replication.so", "--group-replication-group-name=9f1de1d4-0000-4000-8000-00000000beef", "--group-replication-start-on-boot=OFF",
            "--group-replication-local-address=127.0.0.1:" + FreePort());
        _server.Query("SET GLOBAL group_replication_bootstrap_group = ON; START GROUP_REPLICATION");
    }

    public void Dispose() => _server?.Dispose();

    [Fact]
    public void A_freeze_that_may_outlast_the_patience_of_its_group_is_refused_before_anything_is_held()
    {
        using var tooLong = Deploy(freezeLimit: GroupWaitsForSeconds);
        using var shortEnough = Deploy(freezeLimit: GroupWaitsForSeconds - 1);

        Assert.Equal(ClusterAtRisk, tooLong.RunPre());
        Assert.Equal(
            "orders: its replication group gives it up after 10 s, and a freeze may last 10 s; raise group_replication_member_expel_timeout, or lower FreezeLimitInSeconds",
            tooLong.Record.GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, tooLong.Record.GetProperty("engines")[0].GetProperty("stoppedAtMs").ValueKind);

        Assert.Equal((0, 0), (shortEnough.RunPre(), shortEnough.RunPost()));

        _server.Query("SET GLOBAL group_replication_member_expel_timeout = 60");
        Assert.Equal((0, 0), (tooLong.RunPre(), tooLong.RunPost()));
    }

    [Fact]
    public void A_server_that_has_left_its_group_is_anybody_s()
    {
        using var profile = Deploy(freezeLimit: 60);
        _server.Query("STOP GROUP_REPLICATION");

        Assert.Equal((0, 0), (profile.RunPre(), profile.RunPost()));
    }

    [Fact]
    public void What_it_takes_to_ask_for_the_group_is_named()
    {
        _server.Query("CREATE USER clerk; GRANT RELOAD, REPLICATION CLIENT ON *.* TO clerk");
        using var profile = Deploy(freezeLimit: 1, user: "clerk");

        Assert.Equal(PermissionMissing, profile.RunPre());
        Assert.Contains("GRANT SELECT ON performance_schema.replication_group_members TO clerk@%;", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);

        _server.Query("GRANT SELECT ON performance_schema.replication_group_members TO clerk");
        Assert.Equal((0, 0), (profile.RunPre(), profile.RunPost()));
    }

    private static string FreePort() => PrivateSqlServer.FreePort().ToString(CultureInfo.InvariantCulture);

    private DeployedProfile Deploy(int freezeLimit, string user = "root")
        => new("dash", DeployedProfile.Profile(new MySqlSpec { Name = "orders", Method = MySqlQuiesce.ReadLock, Socket = _server.Socket, User = user, LockWaitInSeconds = 20, Client = MySqlPrograms.Client }) with
        {
            Run = new RunSettings { LeaseInSeconds = 60, FreezeLimitInSeconds = freezeLimit },
        });
}
