using System;
using System.Text.Json;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>MongoDB is not to be had where these tests run: what is tested is the conversation with its shell, and who unlocks what the server, not the session, has locked.</summary>
public sealed class MongoDbStandInTests : IDisposable
{
    private readonly StandInMongosh _mongosh = new();

    public MongoDbStandInTests() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");

    public void Dispose() => _mongosh.Dispose();

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void The_lock_is_held_between_the_scripts_and_that_of_somebody_else_is_left_alone(string shell)
    {
        _mongosh.Locks = 1;
        using var profile = Deploy(MongoDbQuiesce.FsyncLock, shell);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(2, _mongosh.Locks);
        Assert.Equal(0, profile.RunPost());

        Assert.Equal(1, _mongosh.Locks);
        Assert.Equal("held", Engine(profile).GetProperty("proof").GetString());
        Assert.Equal("true", Engine(profile).GetProperty("priorState").GetProperty("fsync_locked").GetString());
        profile.WaitUntilEverybodyIsGone();
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void Data_and_journal_on_one_snapshot_need_no_lock(string shell)
    {
        using var profile = Deploy(MongoDbQuiesce.Journal, shell);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Contains("{fsync: 1}", _mongosh.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("lock: true", _mongosh.Said, StringComparison.Ordinal);
        Assert.Equal("atomic", Engine(profile).GetProperty("proof").GetString());
        Assert.NotEmpty(Engine(profile).GetProperty("directories").EnumerateArray());
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void The_end_of_the_lease_unlocks(string shell)
    {
        using var profile = Deploy(MongoDbQuiesce.FsyncLock, shell, leaseInSeconds: 1);
        Assert.Equal(0, profile.RunPre());

        WaitUntilUnlocked();

        Assert.Equal(43, profile.RunPost());
        Assert.Equal(0, _mongosh.Locks);
    }

    [Fact]
    public void A_killed_keeper_unlocks()
    {
        using var profile = Deploy(MongoDbQuiesce.FsyncLock);
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ProcessOf("keeper"));

        WaitUntilUnlocked();
        Assert.Equal(42, profile.RunPost());
        Assert.Equal(0, _mongosh.Locks);
    }

    /// <summary>Other than a database session's, this lock outlives its client.</summary>
    [Fact]
    public void A_killed_shell_leaves_it_to_the_post_script()
    {
        using var profile = Deploy(MongoDbQuiesce.FsyncLock);
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ClientOf(1));

        Assert.Equal(42, profile.RunPost());
        Assert.Equal(0, _mongosh.Locks);
    }

    [Fact]
    public void A_killed_shell_and_no_post_script_leave_it_to_the_end_of_the_lease()
    {
        using var profile = Deploy(MongoDbQuiesce.FsyncLock, leaseInSeconds: 2);
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ClientOf(1));

        WaitUntilUnlocked();
    }

    /// <summary>Nobody is left who could unlock by himself: the post script does, or the next run.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void Shell_and_keeper_killed_leave_it_to_the_next_script_whichever_it_is(string shell)
    {
        using var profile = Deploy(MongoDbQuiesce.FsyncLock, shell);
        KillShellAndKeeper(profile);

        Assert.Equal(42, profile.RunPost());
        Assert.Equal(0, _mongosh.Locks);

        KillShellAndKeeper(profile);
        Assert.Equal(0, profile.RunPre());
        Assert.Equal(1, _mongosh.Locks);
        Assert.Equal(0, profile.RunPost());
        Assert.Equal(0, _mongosh.Locks);
    }

    private void KillShellAndKeeper(DeployedProfile profile)
    {
        Assert.Equal(0, profile.RunPre());
        Signals.Kill(profile.ClientOf(1));
        Signals.Kill(profile.ProcessOf("keeper"));
        profile.WaitUntilNobodyHoldsTheRun();
        Assert.Equal(1, _mongosh.Locks);
    }

    [Fact]
    public void A_server_that_was_started_anew_is_a_broken_hold()
    {
        using var profile = Deploy(MongoDbQuiesce.FsyncLock);
        Assert.Equal(0, profile.RunPre());

        _mongosh.StartServer(8);

        Assert.Equal(42, profile.RunPost());
    }

    [Fact]
    public void A_lock_that_somebody_else_took_away_is_a_broken_hold()
    {
        using var profile = Deploy(MongoDbQuiesce.FsyncLock);
        Assert.Equal(0, profile.RunPre());

        _mongosh.Locks = 0;

        Assert.Equal(42, profile.RunPost());
        Assert.Equal(0, _mongosh.Locks);
    }

    [Theory]
    [InlineData(13, "not authorized on admin to execute command", 31, "grantRolesToUser('backup', ['hostManager', 'clusterMonitor'])")]
    [InlineData(50, "operation exceeded time limit", 32, "within 5 s")]
    [InlineData(263, "Cannot lock during a migration", 33, "Cannot lock")]
    public void A_refusal_is_named_and_nobody_s_lock_is_taken_away(int code, string message, int status, string reason)
    {
        _mongosh.Locks = 1;
        _mongosh.RefuseToLock(code, message);
        using var profile = Deploy(MongoDbQuiesce.FsyncLock);

        Assert.Equal(status, profile.RunPre());

        Assert.Contains(reason, profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, _mongosh.Locks);
        profile.WaitUntilEverybodyIsGone();
    }

    [Fact]
    public void The_password_reaches_the_shell_and_no_command_line()
    {
        using var profile = Deploy(MongoDbQuiesce.FsyncLock);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Contains("auth(\"backup\"", _mongosh.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", _mongosh.Arguments + _mongosh.Said + profile.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_and_record_say_that_no_real_server_was_seen()
    {
        using var profile = Deploy(MongoDbQuiesce.Journal);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Contains("mongodb was not verified on a real server", profile.Log, StringComparison.Ordinal);
        Assert.False(Engine(profile).GetProperty("verifiedOnRealServer").GetBoolean());
    }

    private void WaitUntilUnlocked()
    {
        while (_mongosh.Locks != 0)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    private static JsonElement Engine(DeployedProfile profile) => profile.Record.GetProperty("engines")[0];

    private DeployedProfile Deploy(MongoDbQuiesce method, string shell = "dash", int leaseInSeconds = 60)
    {
        var engine = new MongoDbSpec { Name = "carts", Method = method, LockWaitInSeconds = 5, Client = _mongosh.Program, User = "backup", PasswordFile = _mongosh.PasswordFile };
        return new(shell, DeployedProfile.Profile(engine) with { Run = new RunSettings { LeaseInSeconds = leaseInSeconds } });
    }
}
