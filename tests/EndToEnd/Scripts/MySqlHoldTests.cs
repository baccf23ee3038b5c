using System;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>What is held of MySQL proper between the two scripts, and who lets go of it.</summary>
public sealed class MySqlHoldTests(MySqlServer mySql) : IClassFixture<MySqlServer>
{
    /// <summary>What a statement waits for, in the server's words.</summary>
    private const string WriterWaits = "Waiting for%lock";

    /// <summary>Far more than anything here takes; a test that reaches it has found a lock that nobody gave back.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task Under_the_read_lock_writers_stand_still_from_the_pre_script_to_the_post_script(string shell)
    {
        using var profile = Deploy(shell);
        Assert.Equal(0, profile.RunPre());

        var write = mySql.Server.Begin(MySqlServer.Insert);
        mySql.Server.WaitUntilSomebodyWaits(WriterWaits);
        Assert.False(write.IsCompleted);

        Assert.Equal(0, profile.RunPost());
        await write.WaitAsync(Patience);
        Assert.Empty(profile.Processes());
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task Under_the_instance_lock_writes_go_on_and_changes_of_a_schema_wait(string shell)
    {
        using var profile = Deploy(shell, MySqlQuiesce.InstanceLock);
        Assert.Equal(0, profile.RunPre());

        mySql.Server.Query(MySqlServer.Insert);
        var change = mySql.Server.Begin(MySqlServer.ChangeOfSchema);
        mySql.Server.WaitUntilSomebodyWaits(WriterWaits);
        Assert.False(change.IsCompleted);

        Assert.Equal(0, profile.RunPost());
        await change.WaitAsync(Patience);
        Assert.Empty(profile.Processes());
    }

    [Theory]
    [InlineData(nameof(MySqlQuiesce.ReadLock), "held")]
    [InlineData(nameof(MySqlQuiesce.InstanceLock), "atomic")]
    public void Durability_is_mended_for_the_hold_and_the_record_tells_what_was_found_and_where_the_binary_log_stood(string method, string proof)
    {
        using var profile = Deploy("dash", Enum.Parse<MySqlQuiesce>(method));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal("1 1", mySql.Durability);
        var position = mySql.Server.Query("SHOW BINARY LOG STATUS").Split('\t');
        Assert.Equal(0, profile.RunPost());

        Assert.Equal(MySqlServer.RelaxedDurability, mySql.Durability);
        var engine = profile.Record.GetProperty("engines")[0];
        Assert.Equal(proof, engine.GetProperty("proof").GetString());
        Assert.Equal((position[0], position[1]), (engine.GetProperty("coordinates").GetProperty("file").GetString(), engine.GetProperty("coordinates").GetProperty("position").GetString()));
        Assert.Equal("2", engine.GetProperty("durability").GetProperty("innodb_flush_log_at_trx_commit").GetString());
        Assert.Equal(mySql.Server.Query("SELECT VERSION()"), engine.GetProperty("version").GetString());
        Assert.Equal("primary", engine.GetProperty("role").GetString());
    }

    [Theory]
    [InlineData(nameof(MySqlQuiesce.ReadLock))]
    [InlineData(nameof(MySqlQuiesce.InstanceLock))]
    public async Task A_lease_that_ends_lets_go_by_itself_and_the_post_script_says_so(string method)
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(mySql.Engine(Enum.Parse<MySqlQuiesce>(method))) with { Run = new RunSettings { LeaseInSeconds = 1 } });
        Assert.Equal(0, profile.RunPre());

        await mySql.Server.Begin(MySqlServer.ChangeOfSchema).WaitAsync(Patience);
        profile.WaitUntilEverybodyIsGone();

        Assert.Equal(MySqlServer.RelaxedDurability, mySql.Durability);
        Assert.Equal(43, profile.RunPost());
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task A_killed_keeper_has_let_go_and_the_post_script_says_so(string shell)
    {
        using var profile = Deploy(shell);
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ProcessOf("keeper"));

        await mySql.Server.Begin(MySqlServer.Insert).WaitAsync(Patience);
        Assert.Equal(42, profile.RunPost());
        Assert.Equal(MySqlServer.RelaxedDurability, mySql.Durability);
    }

    [Theory]
    [InlineData(nameof(MySqlQuiesce.ReadLock))]
    [InlineData(nameof(MySqlQuiesce.InstanceLock))]
    public async Task A_killed_client_has_let_go_and_the_post_script_puts_back_what_it_could_not(string method)
    {
        using var profile = Deploy("dash", Enum.Parse<MySqlQuiesce>(method));
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ClientOf(1));

        await mySql.Server.Begin(MySqlServer.ChangeOfSchema).WaitAsync(Patience);
        Assert.Equal(42, profile.RunPost());
        Assert.Equal(MySqlServer.RelaxedDurability, mySql.Durability);
        Assert.Empty(profile.Processes());
    }

    /// <summary>As on a machine that hangs or is suspended: nobody of ours can do anything.</summary>
    [Fact]
    public async Task The_server_itself_lets_go_soon_after_the_lease_when_all_our_processes_are_stopped()
    {
        var spec = DeployedProfile.Profile(mySql.Engine());
        using var profile = new DeployedProfile("dash", spec with { Host = spec.Host with { TimeoutInSeconds = 600 }, Run = new RunSettings { LeaseInSeconds = 1 } });
        Assert.Equal(0, profile.RunPre());
        foreach (var id in profile.Processes())
            Signals.Send("STOP", id);

        await mySql.Server.Begin(MySqlServer.Insert).WaitAsync(Patience);
        mySql.RelaxDurability();
    }

    [Fact]
    public void A_session_that_the_server_ended_is_a_broken_hold()
    {
        using var profile = Deploy("dash");
        Assert.Equal(0, profile.RunPre());

        foreach (var id in mySql.Server.Query("SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID() AND user = 'root'").Split('\n'))
            mySql.Server.Query($"KILL {id}");

        Assert.Equal(42, profile.RunPost());
        Assert.Equal("hold-lost", profile.Record.GetProperty("result").GetString());
        Assert.Equal(MySqlServer.RelaxedDurability, mySql.Durability);
    }

    [Fact]
    public void A_server_that_was_killed_is_a_broken_hold()
    {
        using var profile = Deploy("dash", MySqlQuiesce.InstanceLock);
        Assert.Equal(0, profile.RunPre());

        mySql.Server.Kill();
        mySql.Server.Start();

        Assert.Equal(42, profile.RunPost());
        Assert.Empty(profile.Processes());
    }

    private DeployedProfile Deploy(string shell, MySqlQuiesce method = MySqlQuiesce.ReadLock) => new(shell, DeployedProfile.Profile(mySql.Engine(method)));
}
