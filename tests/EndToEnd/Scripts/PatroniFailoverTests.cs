using Quiesce.Contract.Profiles;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>What the pause is for. The cluster is another one afterwards, and so it is this test's own.</summary>
public sealed class PatroniFailoverTests
{
    [Fact]
    public void A_leader_that_was_frozen_in_spite_of_the_refusal_has_lost_its_place_before_it_thaws()
    {
        using var cluster = new PatroniCluster();
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(cluster.Engine(cluster.Leader, pause: false)) with
        {
            Run = new RunSettings { LeaseInSeconds = 120, FreezeLimitInSeconds = 60 },
        });
        Assert.Equal(35, profile.RunPre());

        using var freeze = new ScratchFreeze(cluster.Leader.Folder);
        cluster.Leader.StandStill();
        cluster.Replica.WaitUntil(() => cluster.Answers(cluster.Replica, "leader") && cluster.Replica.Query("SELECT pg_is_in_recovery()") == "f");
        cluster.Leader.GoOn();
    }
}
