using System;
using System.Text.Json;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A primary and its replica, both real: who is left alone by policy, and what a copy of the other one is.</summary>
public sealed class RedisRoleTests : IDisposable
{
    private const int Skipped = 50;

    private readonly RedisPair _pair = Start();

    public void Dispose() => _pair.Dispose();

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_replica_is_skipped_where_a_primary_is_wanted_and_nothing_is_saved(string shell)
    {
        var saved = _pair.Replica.Command("LASTSAVE");
        using var profile = Deploy(_pair.Replica, RolePolicy.PrimaryOnly, shell);

        Assert.Equal(Skipped, profile.RunPre());
        Assert.Equal(Skipped, profile.RunPost());

        Assert.Contains("cache is a replica, and the profile wants primary-only", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("replica", Engine(profile).GetProperty("role").GetString());
        Assert.Equal(saved, _pair.Replica.Command("LASTSAVE"));
        Assert.Empty(profile.Processes());
    }

    [Fact]
    public void A_primary_is_skipped_where_a_replica_is_wanted()
    {
        using var profile = Deploy(_pair.Primary, RolePolicy.ReplicaOnly);

        Assert.Equal(Skipped, profile.RunPre());

        Assert.Equal("primary", Engine(profile).GetProperty("role").GetString());
    }

    [Fact]
    public void A_primary_comes_to_rest_where_one_is_wanted()
    {
        using var profile = Deploy(_pair.Primary, RolePolicy.PrimaryOnly);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Equal("primary", Engine(profile).GetProperty("role").GetString());
    }

    [Fact]
    public void A_replica_s_dump_has_what_reached_it_and_it_follows_on_afterwards()
    {
        _pair.Primary.Command("SET", "order", "4711");
        _pair.CatchUp();
        using var profile = Deploy(_pair.Replica, RolePolicy.ReplicaOnly);

        Assert.Equal(0, profile.RunPre());
        using var copy = new PrivateRedis("--dir", _pair.Replica.Folder);
        Assert.Equal(0, profile.RunPost());

        Assert.Equal("4711", copy.Command("GET", "order"));
        Assert.Equal("replica", Engine(profile).GetProperty("role").GetString());
        _pair.CatchUp();
    }

    /// <summary>As by an administrator or a Sentinel, between the first look and the save.</summary>
    [Fact]
    public void A_replica_that_is_promoted_meanwhile_is_seen_once_it_has_saved()
    {
        using var profile = Deploy(_pair.Replica, RolePolicy.ReplicaOnly, step: $"redis-cli -s '{_pair.Replica.Socket}' REPLICAOF NO ONE");

        Assert.Equal(Skipped, profile.RunPre());

        Assert.Equal("primary", Engine(profile).GetProperty("role").GetString());
        Assert.Empty(profile.Processes());
    }

    [Fact]
    public void A_replica_that_lost_its_primary_says_so_in_its_record()
    {
        _pair.CutOff();
        using var profile = Deploy(_pair.Replica, RolePolicy.Any);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Contains(Engine(profile).GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("no connection to its primary", StringComparison.Ordinal));
    }

    private static RedisPair Start()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        return new RedisPair();
    }

    private static JsonElement Engine(DeployedProfile profile) => profile.Record.GetProperty("engines")[0];

    private static DeployedProfile Deploy(PrivateRedis server, RolePolicy role, string shell = "dash", string? step = null)
    {
        var spec = DeployedProfile.Profile(new RedisSpec { Name = "cache", Role = role, Socket = server.Socket });
        return new(shell, step is null ? spec : spec with { Steps = (StepSpec[])[new StepSpec { Member = "Promote", Phase = StepPhase.BeforeQuiesce, Text = step, TimeoutInSeconds = 5 }] });
    }
}
