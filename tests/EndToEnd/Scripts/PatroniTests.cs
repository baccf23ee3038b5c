using System;
using System.IO;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>The leader of a real cluster is brought to rest, or its replica: what their manager does meanwhile, and what it is told.</summary>
public sealed class PatroniTests(PatroniCluster cluster) : IClassFixture<PatroniCluster>
{
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void The_manager_is_paused_for_the_run_and_resumed_after_it(string shell)
    {
        using var profile = Deploy(cluster.Engine(cluster.Leader, pause: true), shell);

        Assert.Equal(0, profile.RunPre());
        Assert.True(cluster.IsPaused);
        Assert.Equal(0, profile.RunPost());

        AssertAsBefore();
        Assert.Equal(["Patroni was paused for the run"], Notes(profile));
    }

    /// <summary>All that the replica sees of the leader has stopped for so long that nobody has its place any more.</summary>
    [Fact]
    public void A_freeze_longer_than_the_others_wait_leaves_a_paused_cluster_its_leader()
    {
        using var profile = Deploy(cluster.Engine(cluster.Leader, pause: true));
        var running = cluster.Leader.Query("SELECT pg_postmaster_start_time()");
        Assert.Equal(0, profile.RunPre());
        using (new ScratchFreeze(cluster.Leader.Folder))
        {
            cluster.Leader.StandStill();
            cluster.Replica.WaitUntil(() => cluster.LeaderAsSeenBy(cluster.Replica) is null);
            cluster.Replica.LookRoundInThePause();
            Assert.True(cluster.Answers(cluster.Replica, "replica"));
            cluster.Leader.GoOn();
        }

        cluster.Leader.WaitUntil(() => cluster.LeaderAsSeenBy(cluster.Leader) is not null);
        Assert.Equal(0, profile.RunPost());
        AssertAsBefore();
        Assert.Equal(running, cluster.Leader.Query("SELECT pg_postmaster_start_time()"));
        Assert.Equal("1", cluster.Leader.Query("SELECT timeline_id FROM pg_control_checkpoint()"));
    }

    [Theory]
    [InlineData(PatroniCluster.TtlInSeconds, null, 35)]
    [InlineData(PatroniCluster.TtlInSeconds - 1, null, 0)]
    [InlineData(PatroniCluster.TtlInSeconds - 1, 10, 35)]
    public void Without_a_pause_a_freeze_that_can_outlast_the_manager_s_patience_is_refused(int freezeLimit, int? declared, int status)
    {
        using var profile = Deploy(cluster.Engine(cluster.Leader, pause: false) with { FailoverAfterInSeconds = declared }, freezeLimit: freezeLimit);

        Assert.Equal(status, profile.RunPre());
        Assert.False(cluster.IsPaused);
        profile.RunPost();

        AssertAsBefore();
        if (status != 0)
            Assert.Contains($"its cluster (patroni) gives it up after {declared ?? PatroniCluster.TtlInSeconds} s, and a freeze may last {freezeLimit} s; set PauseCluster", Reason(profile), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_that_somebody_paused_before_stays_paused()
    {
        cluster.Ctl("pause", "--wait");
        using var profile = Deploy(cluster.Engine(cluster.Leader, pause: true));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.True(cluster.IsPaused);
        Assert.Equal(["Patroni was paused already, and stays so"], Notes(profile));
        cluster.Ctl("resume", "--wait");
    }

    [Fact]
    public void It_is_resumed_when_the_lease_ends_and_no_post_script_comes()
    {
        using var profile = Deploy(cluster.Engine(cluster.Leader, pause: true), leaseInSeconds: 10);
        Assert.Equal(0, profile.RunPre());

        profile.WaitUntilEverybodyIsGone();

        AssertAsBefore();
    }

    [Fact]
    public void It_is_resumed_when_another_engine_of_the_profile_fails()
    {
        var absent = new RedisSpec { Name = "absent", Role = RolePolicy.Any, Socket = cluster.Folder + "/no-socket" };
        using var profile = Deploy(cluster.Engine(cluster.Leader, pause: true), others: absent);

        Assert.Equal(30, profile.RunPre());

        AssertAsBefore();
    }

    /// <summary>Killed while it waits for all to have seen the pause, and while that is on its way.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_is_resumed_after_the_pre_script_was_killed(bool alreadyPaused)
    {
        using var profile = Deploy(cluster.Engine(cluster.Leader, pause: true));
        using var pre = profile.Start(profile.PreScript);
        cluster.Leader.WaitUntil(() => alreadyPaused ? cluster.IsPaused : File.Exists(profile.RunDirectory + "/current/begun"));

        Signals.Kill(pre.Id);

        profile.WaitUntilEverybodyIsGone();
        AssertAsBefore();
    }

    /// <summary>The client that was killed with the pre script had been heard: the member pauses the cluster when nobody waits for it any more.</summary>
    [Fact]
    public void A_pause_that_comes_after_its_run_was_given_up_is_taken_back_too()
    {
        using var client = new SilentPatroniCtl();
        using var profile = Deploy(cluster.Engine(cluster.Leader, pause: true));
        using var pre = profile.Start(profile.PreScript, client.InPath);
        cluster.Leader.WaitUntil(() => client.WasAskedToPause);

        Signals.Kill(pre.Id);
        cluster.Leader.WaitUntil(() => File.ReadAllText(profile.RunDirectory + "/current/log").Contains("the pause was asked for, and may come yet", StringComparison.Ordinal));
        cluster.Leader.Pause();

        profile.WaitUntilEverybodyIsGone();
        AssertAsBefore();
    }

    [Fact]
    public void It_is_resumed_by_the_post_script_after_the_keeper_was_killed()
    {
        using var profile = Deploy(cluster.Engine(cluster.Leader, pause: true));
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ProcessOf("keeper"));

        profile.RunPost();
        profile.WaitUntilEverybodyIsGone();
        AssertAsBefore();
    }

    [Fact]
    public void A_member_in_another_role_than_the_profile_s_is_left_alone_and_so_is_its_manager()
    {
        const int skipped = 50;
        using var forPrimaries = Deploy(cluster.Engine(cluster.Replica, pause: true) with { Role = RolePolicy.PrimaryOnly });
        using var forReplicas = Deploy(cluster.Engine(cluster.Leader, pause: true) with { Role = RolePolicy.ReplicaOnly });

        Assert.Equal(skipped, forPrimaries.RunPre());
        Assert.Equal(skipped, forReplicas.RunPre());

        AssertAsBefore();
        Assert.Equal(skipped, forPrimaries.RunPost());
        Assert.Equal(skipped, forReplicas.RunPost());
    }

    [Fact]
    public void A_member_in_the_profile_s_role_comes_to_rest()
    {
        using var primary = Deploy(cluster.Engine(cluster.Leader, pause: true) with { Role = RolePolicy.PrimaryOnly });
        using var replica = Deploy(cluster.Engine(cluster.Replica, pause: true) with { Role = RolePolicy.ReplicaOnly });

        foreach (var (profile, role) in (ReadOnlySpan<(DeployedProfile, string)>)[(primary, "primary"), (replica, "replica")])
        {
            Assert.Equal(0, profile.RunPre());
            Assert.Equal(0, profile.RunPost());
            Assert.Equal(role, profile.Record.GetProperty("engines")[0].GetProperty("role").GetString());
        }

        AssertAsBefore();
    }

    /// <summary><c>patronictl</c> says so, and ends with status 0.</summary>
    [Fact]
    public void A_pause_that_the_cluster_refuses_fails_the_run()
    {
        using var profile = Deploy(cluster.Engine(cluster.Leader, pause: true) with { PatroniConfig = cluster.WithoutPassword });

        Assert.Equal(33, profile.RunPre());

        Assert.Contains("ledger: patronictl pause: Failed: pause cluster management status code=401", Reason(profile), StringComparison.Ordinal);
        AssertAsBefore();
    }

    [Fact]
    public void A_manager_that_cannot_be_asked_fails_the_run_with_what_its_client_says()
    {
        using var profile = Deploy(cluster.Engine(cluster.Leader, pause: true) with { PatroniConfig = cluster.Folder + "/no-configuration.yml" });

        Assert.Equal(30, profile.RunPre());

        Assert.Contains("ledger: patronictl show-config: Error: Provided config file", Reason(profile), StringComparison.Ordinal);
    }

    private void AssertAsBefore()
    {
        Assert.False(cluster.IsPaused);
        Assert.Equal(cluster.Leader.ToString(), cluster.LeaderAsSeenBy(cluster.Replica));
    }

    private static string? Reason(DeployedProfile profile) => profile.Record.GetProperty("reason").GetString();

    private static string[] Notes(DeployedProfile profile)
        => [.. profile.Record.GetProperty("engines")[0].GetProperty("notes").EnumerateArray().Select(note => note.GetString()!)];

    private static DeployedProfile Deploy(PostgreSqlSpec engine, string shell = "dash", int leaseInSeconds = 120, int freezeLimit = 60, params EngineSpec[] others)
    {
        var spec = DeployedProfile.Profile([engine, .. others]);
        return new(shell, spec with { Run = spec.Run with { LeaseInSeconds = leaseInSeconds, FreezeLimitInSeconds = freezeLimit } });
    }
}
