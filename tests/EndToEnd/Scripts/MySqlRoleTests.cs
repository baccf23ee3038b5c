using System;
using System.Text.Json;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A primary and a replica of MySQL proper: who is left alone by policy, and what is recorded of the one that is not.</summary>
public sealed class MySqlRoleTests(MySqlPair pair) : IClassFixture<MySqlPair>
{
    private const int Skipped = 50;

    [Fact]
    public void Whoever_has_not_the_role_that_is_wanted_is_skipped_and_nothing_is_taken()
    {
        using var replica = Deploy(pair.Replica, RolePolicy.PrimaryOnly);
        using var primary = Deploy(pair.Primary, RolePolicy.ReplicaOnly);

        Assert.Equal((Skipped, Skipped), (replica.RunPre(), primary.RunPre()));
        pair.Primary.Query(MySqlServer.Insert);
        pair.CatchUp();
        Assert.Equal((Skipped, Skipped), (replica.RunPost(), primary.RunPost()));

        Assert.Equal(("replica", "primary"), (Engine(replica).GetProperty("role").GetString(), Engine(primary).GetProperty("role").GetString()));
    }

    [Theory]
    [InlineData(nameof(MySqlQuiesce.ReadLock))]
    [InlineData(nameof(MySqlQuiesce.InstanceLock))]
    public void A_replica_s_record_tells_where_in_its_source_it_stands_and_it_follows_on_and_refuses_writes_as_before(string method)
    {
        pair.Primary.Query(MySqlServer.Insert);
        pair.CatchUp();
        using var profile = Deploy(pair.Replica, RolePolicy.ReplicaOnly, Enum.Parse<MySqlQuiesce>(method));

        Assert.Equal(0, profile.RunPre());
        var status = pair.Replica.Query("SHOW REPLICA STATUS").Split('\t');
        pair.Primary.Query(MySqlServer.Insert);
        Assert.Equal(0, profile.RunPost());

        var connection = Assert.Single(Engine(profile).GetProperty("replication").EnumerateArray());
        Assert.Equal((status[9], status[21]), (connection.GetProperty("file").GetString(), connection.GetProperty("position").GetString()));
        Assert.Equal(("Yes", "Yes"), (connection.GetProperty("receiverRuns").GetString(), connection.GetProperty("applierRuns").GetString()));
        Assert.Equal("ON", Engine(profile).GetProperty("priorState").GetProperty("super_read_only").GetString());
        Assert.StartsWith(pair.Primary.Query("SELECT @@GLOBAL.server_uuid"), Engine(profile).GetProperty("coordinates").GetProperty("gtid").GetString(), StringComparison.Ordinal);
        pair.CatchUp();
        Assert.Equal("1 1", pair.Replica.Query("SELECT CONCAT(@@GLOBAL.read_only, ' ', @@GLOBAL.super_read_only)"));
    }

    [Fact]
    public void A_replica_that_was_stopped_stays_stopped()
    {
        pair.Replica.Query("STOP REPLICA");
        using var profile = Deploy(pair.Replica, RolePolicy.Any);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        var connection = Assert.Single(Engine(profile).GetProperty("replication").EnumerateArray());
        Assert.Equal(("No", "No"), (connection.GetProperty("receiverRuns").GetString(), connection.GetProperty("applierRuns").GetString()));
        Assert.Equal("No", pair.Replica.Query("SHOW REPLICA STATUS").Split('\t')[10]);
        pair.Replica.Query("START REPLICA");
    }

    private static JsonElement Engine(DeployedProfile profile) => profile.Record.GetProperty("engines")[0];

    private static DeployedProfile Deploy(PrivateMySql server, RolePolicy role, MySqlQuiesce method = MySqlQuiesce.ReadLock)
        => new("dash", DeployedProfile.Profile(MySqlPair.Engine(server, role, method)));
}
