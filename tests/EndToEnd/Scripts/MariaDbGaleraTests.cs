using System;
using System.IO;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A member of a Galera cluster, which is real and has this one member: what is asked of it and put back. What the others see of it: <see cref="MariaDbGaleraClusterTests"/>.</summary>
public sealed class MariaDbGaleraTests : IDisposable
{
    private const string Provider = "/usr/lib/galera/libgalera_smm.so";
    private const int ClusterAtRisk = 35;

    private readonly PrivateMariaDb _member = StartMember();

    public void Dispose() => _member.Dispose();

    [Fact]
    public void A_member_of_an_undeclared_cluster_is_refused_before_anything_is_held()
    {
        using var profile = Deploy(new MariaDbSpec { Name = "orders" });

        Assert.Equal(ClusterAtRisk, profile.RunPre());

        Assert.Contains("orders: it is a member of a Galera cluster", Reason(profile), StringComparison.Ordinal);
        _member.Query("CREATE TABLE mysql.still_writable (id INT)");
    }

    /// <summary>The member itself knows how long the others wait for it, and so does the profile: the shorter time counts.</summary>
    [Theory]
    [InlineData(null, 5, ClusterAtRisk, "gives it up after 5 s")]
    [InlineData(60, 10, ClusterAtRisk, "gives it up after 5 s")]
    [InlineData(3, 4, ClusterAtRisk, "gives it up after 3 s")]
    [InlineData(null, 4, 0, "")]
    public void A_member_that_is_not_paused_is_refused_where_a_freeze_can_outlast_the_cluster_s_patience(int? failover, int freezeLimit, int status, string reason)
    {
        var spec = DeployedProfile.Profile(Engine(new MariaDbSpec { Name = "orders", Cluster = MariaDbCluster.Galera, FailoverAfterInSeconds = failover }));
        using var profile = new DeployedProfile("dash", spec with { Run = spec.Run with { FreezeLimitInSeconds = freezeLimit } });

        Assert.Equal(status, profile.RunPre());

        if (status == 0)
            Assert.Equal(0, profile.RunPost());
        Assert.Contains(reason, Reason(profile), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_paused_member_is_desynchronised_for_the_hold_and_synchronised_after_it(string shell)
    {
        using var profile = Deploy(Paused, shell);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal("1", Desync);

        Assert.Equal(0, profile.RunPost());
        Assert.Equal("0", Desync);
        Assert.Equal("OFF", profile.Record.GetProperty("engines")[0].GetProperty("priorState").GetProperty("wsrep_desync").GetString());
    }

    [Fact]
    public void A_member_that_was_desynchronised_before_stays_so()
    {
        _member.Query("SET GLOBAL wsrep_desync = ON");
        using var profile = Deploy(Paused);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Equal("1", Desync);
    }

    [Fact]
    public void A_killed_client_leaves_the_member_to_the_post_script_which_synchronises_it()
    {
        using var profile = Deploy(Paused);
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ClientOf(1));

        Assert.Equal(42, profile.RunPost());
        Assert.Equal("0", Desync);
    }

    private static MariaDbSpec Paused => new() { Name = "orders", Cluster = MariaDbCluster.Galera, PauseCluster = true };

    private string Desync => _member.Query("SELECT @@GLOBAL.wsrep_desync");

    private static string Reason(DeployedProfile profile) => profile.Record.GetProperty("reason").GetString() ?? "";

    private MariaDbSpec Engine(MariaDbSpec engine)
        => engine with { Method = MariaDbQuiesce.BackupStage, Role = RolePolicy.Any, Socket = _member.Socket, User = "root", LockWaitInSeconds = 20 };

    private DeployedProfile Deploy(MariaDbSpec engine, string shell = "dash") => new(shell, DeployedProfile.Profile(Engine(engine)));

    private static PrivateMariaDb StartMember()
    {
        RequireGalera();
        return new PrivateMariaDb(Options("gcomm://", PrivateMariaDb.FreePort()));
    }

    internal static void RequireGalera()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        Assert.SkipUnless(File.Exists(Provider), "the package galera-4 is not installed");
    }

    /// <param name="cluster">The address of a member that is there, or none for the first one.</param>
    /// <param name="port">Where this member listens for the others.</param>
    internal static string[] Options(string cluster, int port) =>
    [
        "--wsrep-on=ON", $"--wsrep-provider={Provider}", $"--wsrep-cluster-address={cluster}", "--wsrep-node-address=127.0.0.1", "--binlog-format=ROW", "--innodb-autoinc-lock-mode=2",
        $"--wsrep-sst-receive-address=127.0.0.1:{PrivateMariaDb.FreePort()}",
        $"--wsrep-provider-options=gcache.size=8M;gmcast.listen_addr=tcp://127.0.0.1:{port};ist.recv_addr=127.0.0.1:{PrivateMariaDb.FreePort()}",
    ];
}
