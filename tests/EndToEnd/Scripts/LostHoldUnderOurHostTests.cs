using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A hold that ends while our own host takes the snapshot: the level is lost, the cause has a name, and no writer waits afterwards.</summary>
public sealed class LostHoldUnderOurHostTests(MariaDbServer mariaDb) : IClassFixture<MariaDbServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    [Fact]
    public async Task A_hold_that_lasts_is_what_the_level_rests_on()
    {
        using var profile = Deploy();

        var result = await profile.RunAsync(_ => Task.CompletedTask);

        Assert.True(result.OutcomeNumber == 0, $"{result.Message}\n{profile.Log}");
        Assert.Equal(RecoveryPointLevel.Application, result.Level);
        await AssertReleased();
    }

    [Theory]
    [InlineData("1.client", "hold-lost")]
    [InlineData("state", "hold-lost")]
    public async Task A_client_or_keeper_that_is_killed_during_the_snapshot_costs_the_level(string notedIn, string cause)
    {
        using var profile = Deploy();

        var result = await profile.RunAsync(_ =>
        {
            var words = profile.Noted(notedIn).Split([' ', '\n']);
            Signals.Kill(int.Parse(notedIn == "state" ? words[Array.LastIndexOf(words, "keeper") + 1] : words[0]));
            // The server itself has let go: whoever waited for the lock writes.
            return mariaDb.Server.Begin(MariaDbServer.Insert);
        });

        AssertLost(result, profile, cause);
        await AssertReleased();
    }

    /// <summary>A session of the server that is ended by an administrator, as a watchdog for idle ones would.</summary>
    [Fact]
    public async Task So_does_a_session_that_the_server_ends()
    {
        using var profile = Deploy();

        var result = await profile.RunAsync(_ =>
        {
            mariaDb.Server.Query($"KILL {profile.Noted("1.connection").Split(' ')[0]}");
            return mariaDb.Server.Begin(MariaDbServer.Insert);
        });

        AssertLost(result, profile, "hold-lost");
        await AssertReleased();
    }

    [Fact]
    public async Task A_snapshot_that_outlasts_the_lease_is_given_up_before_anything_is_claimed()
    {
        using var profile = Deploy(leaseInSeconds: 18);

        var result = await profile.RunAsync(cancellation => Task.Delay(Timeout.Infinite, cancellation));

        Assert.Equal(OutcomeCatalogue.SnapshotTimeout.Name, result.Outcome);
        Assert.Equal(RecoveryPointLevel.None, result.Level);
        await AssertReleased();
    }

    /// <summary>A provider that cannot be interrupted: it comes back with a snapshot when the lock is gone. The host's own clock or the post script may be the first to see that.</summary>
    [Fact]
    public async Task One_that_cannot_be_given_up_and_ends_after_the_lease_is_worth_nothing_of_the_kind()
    {
        using var profile = Deploy(leaseInSeconds: 18);

        var result = await profile.RunAsync(_ => mariaDb.Server.Begin(MariaDbServer.Insert));

        Assert.NotEqual(RecoveryPointLevel.Application, result.Level);
        Assert.Contains(result.Outcome, new[] { OutcomeCatalogue.SnapshotTimeout.Name, OutcomeCatalogue.PostScriptFailed.Name });
        await AssertReleased();
    }

    private ProfileUnderOurHost Deploy(int leaseInSeconds = 60)
    {
        var spec = DeployedProfile.Profile(mariaDb.Engine() with { LockWaitInSeconds = 5 });
        return new(spec with { Run = spec.Run with { LeaseInSeconds = leaseInSeconds } });
    }

    private static void AssertLost(RunResult result, ProfileUnderOurHost profile, string cause)
    {
        Assert.Equal(OutcomeCatalogue.PostScriptFailed.Name, result.Outcome);
        Assert.Equal(RecoveryPointLevel.Crash, result.Level);
        Assert.Contains(cause, profile.Log, StringComparison.Ordinal);
    }

    private async Task AssertReleased()
    {
        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
    }
}
