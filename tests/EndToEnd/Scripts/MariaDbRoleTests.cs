using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>Primaries and replicas: who is left alone by policy, and what is recorded of the one that is not.</summary>
public sealed class MariaDbRoleTests(MariaDbPair pair) : IClassFixture<MariaDbPair>
{
    private const int Skipped = 50;

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_replica_is_skipped_where_a_primary_is_wanted_and_nothing_is_taken(string shell)
    {
        using var marker = new TemporaryFile();
        var spec = DeployedProfile.Profile(MariaDbPair.Engine(pair.Replica, RolePolicy.PrimaryOnly)) with { Steps = (StepSpec[])[Step($"echo stopped >{marker.Path}")] };
        using var profile = new DeployedProfile(shell, spec with { Host = spec.Host with { PreScriptNoOfRetries = 2 } });

        Assert.Equal(Skipped, profile.RunPre());

        Assert.Equal(("skipped", "replica"), (profile.Record.GetProperty("result").GetString(), Engine(profile).GetProperty("role").GetString()));
        Assert.Contains("orders is a replica, and the profile wants primary-only", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Empty(File.ReadAllText(marker.Path));
        Assert.Empty(profile.Processes());
        Assert.Equal(1, profile.Log.Split('\n').Count(line => line.Contains(" attempt ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_post_script_after_a_skipped_pre_script_is_skipped_as_well()
    {
        using var profile = Deploy(pair.Primary, RolePolicy.ReplicaOnly);

        Assert.Equal(Skipped, profile.RunPre());
        Assert.Equal(Skipped, profile.RunPost());

        Assert.Equal(("skipped", "primary"), (profile.Record.GetProperty("result").GetString(), Engine(profile).GetProperty("role").GetString()));
        pair.Primary.Query(MariaDbServer.Insert);
    }

    [Theory]
    [InlineData(nameof(RolePolicy.PrimaryOnly))]
    [InlineData(nameof(RolePolicy.Any))]
    public void A_primary_is_held_where_one_is_wanted(string role)
    {
        using var profile = Deploy(pair.Primary, Enum.Parse<RolePolicy>(role));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Equal("primary", Engine(profile).GetProperty("role").GetString());
        Assert.Empty(Engine(profile).GetProperty("replication").EnumerateArray());
    }

    [Theory]
    [InlineData(nameof(MariaDbQuiesce.BackupStage), nameof(RolePolicy.ReplicaOnly))]
    [InlineData(nameof(MariaDbQuiesce.ReadLock), nameof(RolePolicy.Any))]
    public void A_replica_s_record_tells_where_in_its_source_it_stands_and_it_follows_on_afterwards(string method, string role)
    {
        pair.Primary.Query(MariaDbServer.Insert);
        pair.CatchUp();
        using var profile = Deploy(pair.Replica, Enum.Parse<RolePolicy>(role), Enum.Parse<MariaDbQuiesce>(method));

        Assert.Equal(0, profile.RunPre());
        var status = pair.Replica.Query("SHOW ALL SLAVES STATUS").Split('\t');
        pair.Primary.Query(MariaDbServer.Insert);
        Assert.Equal(0, profile.RunPost());

        var connection = Assert.Single(Engine(profile).GetProperty("replication").EnumerateArray());
        Assert.Equal((status[11], status[23]), (connection.GetProperty("file").GetString(), connection.GetProperty("position").GetString()));
        Assert.Equal(("Yes", "Yes"), (connection.GetProperty("receiverRuns").GetString(), connection.GetProperty("applierRuns").GetString()));
        Assert.Equal("ON", Engine(profile).GetProperty("priorState").GetProperty("read_only").GetString());
        pair.CatchUp();
        Assert.Equal("1", pair.Replica.Query("SELECT @@GLOBAL.read_only"));
    }

    [Fact]
    public void A_replica_that_was_stopped_is_a_replica_and_stays_stopped()
    {
        pair.Replica.Query("STOP SLAVE SQL_THREAD");
        using var profile = Deploy(pair.Replica, RolePolicy.ReplicaOnly);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        var connection = Assert.Single(Engine(profile).GetProperty("replication").EnumerateArray());
        Assert.Equal(("Yes", "No"), (connection.GetProperty("receiverRuns").GetString(), connection.GetProperty("applierRuns").GetString()));
        Assert.Equal("No", pair.Replica.Query("SHOW ALL SLAVES STATUS").Split('\t')[13]);
        pair.Replica.Query("START SLAVE SQL_THREAD");
        pair.CatchUp();
    }

    private static JsonElement Engine(DeployedProfile profile) => profile.Record.GetProperty("engines")[0];

    private static StepSpec Step(string text) => new() { Member = "Drain", Phase = StepPhase.BeforeQuiesce, Text = text, TimeoutInSeconds = 10 };

    private static DeployedProfile Deploy(PrivateMariaDb server, RolePolicy role, MariaDbQuiesce method = MariaDbQuiesce.BackupStage)
        => new("dash", DeployedProfile.Profile(MariaDbPair.Engine(server, role, method)));

    private sealed class TemporaryFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
