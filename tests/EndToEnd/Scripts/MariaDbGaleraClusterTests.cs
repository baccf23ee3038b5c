using System;
using System.Diagnostics;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>One of three members is brought to rest: what the other two and their writers see of it.</summary>
public sealed class MariaDbGaleraClusterTests(MariaDbGaleraCluster cluster) : IClassFixture<MariaDbGaleraCluster>
{
    private const int ClusterAtRisk = 35;

    /// <summary>Members ask the others to wait from a queue of sixteen transactions on. (Source: gcs.fc_limit.)</summary>
    private const int FarMoreThanOthersWaitFor = 300;

    /// <summary>After which time the others give a silent member up. (Source: evs.suspect_timeout.)</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("dash", nameof(MariaDbQuiesce.BackupStage))]
    [InlineData("busybox", nameof(MariaDbQuiesce.ReadLock))]
    [InlineData("bash", nameof(MariaDbQuiesce.BackupStage))]
    public void Writers_on_another_member_go_on_and_what_they_wrote_arrives_after_the_release(string shell, string method)
    {
        using var profile = Deploy(cluster.Engine with { Method = Enum.Parse<MariaDbQuiesce>(method) }, shell);
        Assert.Equal(0, profile.RunPre());
        Assert.Equal("1", cluster.Desync);
        var before = MariaDbGaleraCluster.Rows(cluster.Held);
        var heldUp = cluster.TimesHeldUp;

        cluster.Write(FarMoreThanOthersWaitFor);

        Assert.Equal(heldUp, cluster.TimesHeldUp);
        Assert.Equal(before, MariaDbGaleraCluster.Rows(cluster.Held));
        Assert.Equal(0, profile.RunPost());
        AssertAMemberLikeTheOthers();
    }

    [Fact]
    public void A_freeze_longer_than_the_others_patience_neither_stalls_them_nor_loses_the_member()
    {
        using var profile = Deploy(cluster.Engine);
        Assert.Equal(0, profile.RunPre());
        using (new ScratchFreeze(cluster.MountPoint))
        {
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience + Patience / 2;)
                cluster.Write(20);
            Assert.Equal("3", MariaDbGaleraCluster.Status(cluster.First, "wsrep_cluster_size"));
        }

        Assert.Equal(0, profile.RunPost());
        AssertAMemberLikeTheOthers();
    }

    [Fact]
    public void After_the_lease_the_member_is_like_the_others_again()
    {
        using var profile = Deploy(cluster.Engine, leaseInSeconds: 1);
        Assert.Equal(0, profile.RunPre());

        profile.WaitUntilEverybodyIsGone();

        AssertAMemberLikeTheOthers();
        Assert.Equal(43, profile.RunPost());
    }

    [Fact]
    public void After_the_keeper_was_killed_the_member_is_like_the_others_again()
    {
        using var profile = Deploy(cluster.Engine);
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ProcessOf("keeper"));

        WaitUntilSteppedForward();
        AssertAMemberLikeTheOthers();
        Assert.Equal(42, profile.RunPost());
    }

    /// <summary>The lock is gone with its session, and nobody is left who could say that the member stepped back – but the keeper, at the end of the lease.</summary>
    [Fact]
    public void After_its_client_was_killed_the_end_of_the_lease_makes_the_member_like_the_others_again()
    {
        using var profile = Deploy(cluster.Engine, leaseInSeconds: 2);
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ClientOf(1));

        profile.WaitUntilEverybodyIsGone();
        AssertAMemberLikeTheOthers();
        Assert.Equal(43, profile.RunPost());
    }

    /// <summary>Nobody is left at all: then it is the next run that puts back what it finds.</summary>
    [Fact]
    public void After_client_and_keeper_were_killed_the_next_run_leaves_the_member_like_the_others()
    {
        using var profile = Deploy(cluster.Engine);
        Assert.Equal(0, profile.RunPre());
        Signals.Kill(profile.ClientOf(1));
        Signals.Kill(profile.ProcessOf("keeper"));
        profile.WaitUntilNobodyHoldsTheRun();
        Assert.Equal("1", cluster.Desync);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        AssertAMemberLikeTheOthers();
    }

    [Fact]
    public void A_member_of_an_undeclared_cluster_is_refused_and_no_writer_of_the_cluster_waits()
    {
        using var profile = Deploy(cluster.Engine with { Cluster = MariaDbCluster.None, PauseCluster = false });

        Assert.Equal(ClusterAtRisk, profile.RunPre());

        cluster.Write(FarMoreThanOthersWaitFor);
        AssertAMemberLikeTheOthers();
    }

    /// <summary>Cut off from the others it does not know what they have written since.</summary>
    [Fact]
    public void A_member_that_has_lost_its_cluster_is_refused()
    {
        cluster.Held.Query("SET GLOBAL wsrep_provider_options = 'gmcast.isolate=1'");
        while (MariaDbGaleraCluster.Status(cluster.Held, "wsrep_cluster_status") != "non-Primary")
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        using var profile = Deploy(cluster.Engine);

        Assert.Equal(ClusterAtRisk, profile.RunPre());

        Assert.Contains("orders: it has lost its cluster (wsrep_cluster_status is non-Primary)", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        cluster.Held.Query("SET GLOBAL wsrep_provider_options = 'gmcast.isolate=0'");
        cluster.WaitUntilCaughtUp();
    }

    private void WaitUntilSteppedForward()
    {
        while (cluster.Desync != "0")
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    private void AssertAMemberLikeTheOthers()
    {
        Assert.Equal("0", cluster.Desync);
        cluster.WaitUntilCaughtUp();
    }

    private static DeployedProfile Deploy(MariaDbSpec engine, string shell = "dash", int leaseInSeconds = 60)
    {
        var spec = DeployedProfile.Profile(engine);
        return new(shell, spec with { Run = spec.Run with { LeaseInSeconds = leaseInSeconds } });
    }
}
