using System;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>What is held between the two scripts, and who lets go of it.</summary>
public sealed class MariaDbHoldTests(MariaDbServer mariaDb) : IClassFixture<MariaDbServer>
{
    /// <summary>Far more than anything here takes; a test that reaches it has found a lock that nobody gave back.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task Writers_stand_still_from_the_pre_script_to_the_post_script(string shell)
    {
        using var profile = Deploy(shell);
        Assert.Equal(0, profile.RunPre());

        var write = mariaDb.Server.Begin(MariaDbServer.Insert);
        mariaDb.WaitUntilAWriterWaits();
        Assert.False(write.IsCompleted);

        Assert.Equal(0, profile.RunPost());
        await write.WaitAsync(Patience);
        Assert.Empty(profile.Processes());
    }

    [Fact]
    public async Task A_read_lock_holds_as_well()
    {
        using var profile = Deploy("dash", MariaDbQuiesce.ReadLock);
        Assert.Equal(0, profile.RunPre());

        var write = mariaDb.Server.Begin(MariaDbServer.Insert);
        mariaDb.WaitUntilAWriterWaits();

        Assert.Equal(0, profile.RunPost());
        await write.WaitAsync(Patience);
    }

    [Fact]
    public void Relaxed_durability_is_mended_for_the_hold_and_is_afterwards_what_it_was()
    {
        using var profile = Deploy("dash");

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(MariaDbServer.FullDurability, mariaDb.Durability);

        Assert.Equal(0, profile.RunPost());
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
    }

    [Fact]
    public void The_record_tells_where_in_the_binary_log_the_copy_stands()
    {
        using var profile = Deploy("dash");

        Assert.Equal(0, profile.RunPre());
        var position = mariaDb.Server.Query("SHOW MASTER STATUS").Split('\t');
        Assert.Equal(0, profile.RunPost());

        var engine = profile.Record.GetProperty("engines")[0];
        Assert.Equal("ok", profile.Record.GetProperty("result").GetString());
        Assert.Equal(position[0], engine.GetProperty("coordinates").GetProperty("file").GetString());
        Assert.Equal(position[1], engine.GetProperty("coordinates").GetProperty("position").GetString());
        Assert.Equal("2", engine.GetProperty("durability").GetProperty("innodb_flush_log_at_trx_commit").GetString());
        Assert.True(engine.GetProperty("heldFromMs").GetInt64() <= engine.GetProperty("heldToMs").GetInt64());
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task A_lease_that_ends_lets_go_by_itself_and_the_post_script_says_so(string shell)
    {
        using var profile = new DeployedProfile(shell, DeployedProfile.Profile(mariaDb.Engine()) with { Run = new RunSettings { LeaseInSeconds = 1 } });
        Assert.Equal(0, profile.RunPre());

        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        profile.WaitUntilEverybodyIsGone();
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);

        Assert.Equal(43, profile.RunPost());
        Assert.Equal("lease-ended", profile.Record.GetProperty("result").GetString());
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task A_killed_keeper_lets_go_and_the_post_script_says_so(string shell)
    {
        using var profile = Deploy(shell);
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ProcessOf("keeper"));

        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        Assert.Equal(42, profile.RunPost());
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
    }

    [Fact]
    public async Task A_killed_client_has_let_go_and_the_post_script_puts_back_what_it_could_not()
    {
        using var profile = Deploy("dash");
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ClientOf(1));

        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        Assert.Equal(MariaDbServer.FullDurability, mariaDb.Durability);
        Assert.Equal(42, profile.RunPost());
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
        Assert.Empty(profile.Processes());
    }

    /// <summary>As on a machine that hangs or is suspended: nobody of ours can do anything.</summary>
    [Fact]
    public async Task The_server_itself_lets_go_soon_after_the_lease_when_all_our_processes_are_stopped()
    {
        var spec = DeployedProfile.Profile(mariaDb.Engine());
        using var profile = new DeployedProfile("dash", spec with { Host = spec.Host with { TimeoutInSeconds = 600 }, Run = new RunSettings { LeaseInSeconds = 1 } });
        Assert.Equal(0, profile.RunPre());
        foreach (var id in profile.Processes())
            Signals.Send("STOP", id);

        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        mariaDb.RelaxDurability();
    }

    [Fact]
    public void A_session_that_the_server_ended_is_a_broken_hold()
    {
        using var profile = Deploy("dash");
        Assert.Equal(0, profile.RunPre());

        mariaDb.Server.Query("SELECT CONCAT('KILL ', id) INTO @kill FROM information_schema.processlist WHERE id <> CONNECTION_ID() AND user = 'root'; EXECUTE IMMEDIATE @kill");

        Assert.Equal(42, profile.RunPost());
        Assert.Equal("hold-lost", profile.Record.GetProperty("result").GetString());
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
    }

    [Fact]
    public void A_server_that_was_killed_is_a_broken_hold()
    {
        using var profile = Deploy("dash");
        Assert.Equal(0, profile.RunPre());

        mariaDb.Server.Kill();
        mariaDb.Server.Start();

        Assert.Equal(42, profile.RunPost());
        Assert.Empty(profile.Processes());
    }

    private DeployedProfile Deploy(string shell, MariaDbQuiesce method = MariaDbQuiesce.BackupStage)
        => new(shell, DeployedProfile.Profile(mariaDb.Engine(method)));
}
