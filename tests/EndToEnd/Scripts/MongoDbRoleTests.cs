using System;
using Quiesce.Contract.Profiles;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>Members of a replica set, as far as a stand-in for the shell can be one: who is left alone by policy.</summary>
public sealed class MongoDbRoleTests : IDisposable
{
    private const int Skipped = 50;

    private readonly StandInMongosh _mongosh = new();

    public MongoDbRoleTests() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");

    public void Dispose() => _mongosh.Dispose();

    [Theory]
    [InlineData("dash", nameof(MongoDbQuiesce.FsyncLock), nameof(RolePolicy.PrimaryOnly), false)]
    [InlineData("busybox", nameof(MongoDbQuiesce.Journal), nameof(RolePolicy.PrimaryOnly), false)]
    [InlineData("bash", nameof(MongoDbQuiesce.FsyncLock), nameof(RolePolicy.ReplicaOnly), true)]
    public void In_another_role_than_the_wanted_one_nothing_is_taken(string shell, string method, string role, bool isPrimary)
    {
        _mongosh.Elect(isPrimary);
        using var profile = Deploy(method, role, shell);

        Assert.Equal(Skipped, profile.RunPre());
        Assert.Equal(Skipped, profile.RunPost());

        Assert.DoesNotContain("fsync:", _mongosh.Said, StringComparison.Ordinal);
        Assert.Equal(isPrimary ? "primary" : "replica", RoleIn(profile));
        profile.WaitUntilEverybodyIsGone();
    }

    [Theory]
    [InlineData(nameof(MongoDbQuiesce.FsyncLock), nameof(RolePolicy.PrimaryOnly), true)]
    [InlineData(nameof(MongoDbQuiesce.Journal), nameof(RolePolicy.ReplicaOnly), false)]
    [InlineData(nameof(MongoDbQuiesce.FsyncLock), nameof(RolePolicy.Any), false)]
    public void In_the_wanted_role_it_comes_to_rest_and_the_record_names_the_role(string method, string role, bool isPrimary)
    {
        _mongosh.Elect(isPrimary);
        using var profile = Deploy(method, role);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Equal(isPrimary ? "primary" : "replica", RoleIn(profile));
        Assert.Equal(0, _mongosh.Locks);
    }

    /// <summary>An election between the first look and the lock.</summary>
    [Theory]
    [InlineData(nameof(MongoDbQuiesce.FsyncLock))]
    [InlineData(nameof(MongoDbQuiesce.Journal))]
    public void A_role_that_was_lost_meanwhile_is_seen_once_it_is_at_rest(string method)
    {
        using var profile = Deploy(method, nameof(RolePolicy.PrimaryOnly), step: $"echo false >'{_mongosh.Election}'");

        Assert.Equal(Skipped, profile.RunPre());

        Assert.Contains("fsync:", _mongosh.Said, StringComparison.Ordinal);
        Assert.Equal(0, _mongosh.Locks);
        Assert.Equal("replica", RoleIn(profile));
    }

    private static string? RoleIn(DeployedProfile profile) => profile.Record.GetProperty("engines")[0].GetProperty("role").GetString();

    private DeployedProfile Deploy(string method, string role, string shell = "dash", string? step = null)
    {
        var spec = DeployedProfile.Profile(new MongoDbSpec
        {
            Name = "carts", Method = Enum.Parse<MongoDbQuiesce>(method), Role = Enum.Parse<RolePolicy>(role), LockWaitInSeconds = 5, Client = _mongosh.Program,
        });
        return new(shell, step is null ? spec : spec with { Steps = (StepSpec[])[new StepSpec { Member = "Elect", Phase = StepPhase.BeforeQuiesce, Text = step, TimeoutInSeconds = 5 }] });
    }
}
