using System;
using System.Text.Json;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.EndToEnd.Diagnosis;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>What stops the pre script on MySQL proper, whose words and privileges are not MariaDB's.</summary>
public sealed class MySqlRefusalTests(MySqlServer mySql) : IClassFixture<MySqlServer>, IDisposable
{
    private const string LongUpdate = "UPDATE shop.orders SET id = id WHERE SLEEP(60) = 0 LIMIT 1";

    /// <summary>Waits for whoever reads the table, and everybody else behind it.</summary>
    private const string LongChangeOfSchema = "ALTER TABLE shop.orders ENGINE=InnoDB";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    public void Dispose()
    {
        foreach (var id in mySql.Server.Query("SELECT id FROM information_schema.processlist WHERE state = 'User sleep'").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            mySql.Server.Query($"KILL {id}");
    }

    [Fact]
    public void A_wrong_password_and_a_server_that_is_down_are_named()
    {
        mySql.Server.Query("DROP USER IF EXISTS stranger; CREATE USER stranger IDENTIFIED BY 'secret'");
        using var refused = Deploy(mySql.Engine() with { User = "stranger" });
        using var down = Deploy(mySql.Engine() with { Socket = "/nonexistent/socket" });

        Assert.Equal((30, 30), (refused.RunPre(), down.RunPre()));

        Assert.Contains("ERROR 1045", Reason(refused), StringComparison.Ordinal);
        Assert.Contains("ERROR 2002", Reason(down), StringComparison.Ordinal);
    }

    /// <summary>Whoever follows the advice must not be sent back for the next privilege.</summary>
    [Theory]
    [InlineData(nameof(MySqlQuiesce.ReadLock), nameof(LongStatementPolicy.Wait), "GRANT RELOAD, REPLICATION CLIENT ON *.* TO clerk@%")]
    [InlineData(nameof(MySqlQuiesce.ReadLock), nameof(LongStatementPolicy.Kill), "GRANT RELOAD, REPLICATION CLIENT, PROCESS, CONNECTION_ADMIN ON *.* TO clerk@%")]
    [InlineData(
        nameof(MySqlQuiesce.InstanceLock),
        nameof(LongStatementPolicy.Fail),
        "GRANT BACKUP_ADMIN, RELOAD, REPLICATION CLIENT, PROCESS ON *.* TO clerk@%; GRANT SELECT ON performance_schema.log_status TO clerk@%")]
    public void A_missing_permission_is_answered_with_the_statements_that_grant_it_and_they_are_enough(string method, string longStatements, string advice)
    {
        mySql.Server.Query("DROP USER IF EXISTS clerk; CREATE USER clerk");
        using var profile = Deploy(Minding(Enum.Parse<MySqlQuiesce>(method), Enum.Parse<LongStatementPolicy>(longStatements)) with { User = "clerk" });

        Assert.Equal(31, profile.RunPre());
        Assert.Contains(advice, Reason(profile), StringComparison.Ordinal);

        mySql.Server.Query(advice.Replace("%", "'%'", StringComparison.Ordinal) + "; GRANT SYSTEM_VARIABLES_ADMIN ON *.* TO clerk@'%'");
        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());
        Assert.Equal(MySqlServer.RelaxedDurability, mySql.Durability);
    }

    /// <summary>Switched off for a bulk load and forgotten: the copy of such a server does not start. The doctor says so before a run.</summary>
    [Theory]
    [InlineData(nameof(MySqlQuiesce.ReadLock))]
    [InlineData(nameof(MySqlQuiesce.InstanceLock))]
    public void A_server_without_its_redo_log_is_refused_before_anything_is_held(string method)
    {
        var engine = mySql.Engine(Enum.Parse<MySqlQuiesce>(method));
        using var profile = Deploy(engine);
        mySql.Server.Query("ALTER INSTANCE DISABLE INNODB REDO_LOG");

        Assert.Equal(33, profile.RunPre());
        using (var machine = new ExaminedMachine(engine))
            Assert.Contains("ALTER INSTANCE ENABLE INNODB REDO_LOG", Assert.Single(machine.Errors).Message, StringComparison.Ordinal);

        Assert.StartsWith("orders: its redo log is disabled", Reason(profile), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, profile.Record.GetProperty("engines")[0].GetProperty("stoppedAtMs").ValueKind);
        Assert.Equal(MySqlServer.RelaxedDurability, mySql.Durability);
        mySql.Server.Query("ALTER INSTANCE ENABLE INNODB REDO_LOG");
        Assert.Equal((0, 0), (profile.RunPre(), profile.RunPost()));
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task A_long_statement_makes_the_wait_fail_and_no_writer_queues_behind_it_afterwards(string shell)
    {
        using var profile = Deploy(mySql.Engine() with { LockWaitInSeconds = 1 }, shell);
        var update = BeginLong(LongUpdate);

        Assert.Equal(32, profile.RunPre());

        await mySql.Server.Begin(MySqlServer.Insert).WaitAsync(Patience);
        Assert.False(update.IsCompleted);
        Assert.Empty(profile.Processes());
        Assert.Equal(MySqlServer.RelaxedDurability, mySql.Durability);
    }

    [Fact]
    public async Task Asked_to_end_a_long_statement_the_pre_script_does_so_and_takes_the_lock()
    {
        using var profile = Deploy(Minding(MySqlQuiesce.ReadLock, LongStatementPolicy.Kill));
        var update = BeginLong(LongUpdate);

        Assert.Equal(0, profile.RunPre());

        var ended = await Assert.ThrowsAnyAsync<Exception>(() => update.WaitAsync(Patience));
        Assert.Contains("ERROR 1317", ended.Message, StringComparison.Ordinal);
        Assert.Equal(0, profile.RunPost());
    }

    [Fact]
    public async Task The_instance_lock_passes_a_long_update_and_minds_a_change_of_a_schema()
    {
        using var profile = Deploy(Minding(MySqlQuiesce.InstanceLock, LongStatementPolicy.Fail));
        var update = BeginLong(LongUpdate);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());
        Assert.False(update.IsCompleted);

        // It waits for the update, and has been under way for long enough soon.
        var change = mySql.Server.Begin(LongChangeOfSchema);
        while (mySql.Server.Query($"SELECT COUNT(*) FROM information_schema.processlist WHERE info = '{LongChangeOfSchema}' AND time >= 2") == "0")
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        Assert.Equal(32, profile.RunPre());
        Assert.Contains("LongStatements is Fail", Reason(profile), StringComparison.Ordinal);

        Dispose();
        await change.WaitAsync(Patience);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task A_signal_while_it_waits_for_the_lock_leaves_no_waiter(string signal)
    {
        using var profile = Deploy(mySql.Engine());
        _ = BeginLong(LongUpdate);
        using var pre = profile.Start(profile.PreScript);
        mySql.Server.WaitUntilSomebodyWaits("Waiting for%lock");

        Signals.Send(signal, pre.Id);
        await pre.WaitForExitAsync().WaitAsync(Patience);

        Assert.Equal(13, pre.ExitCode);
        Assert.Empty(profile.Processes());
        await mySql.Server.Begin(MySqlServer.Insert).WaitAsync(Patience);
        Assert.Equal(MySqlServer.RelaxedDurability, mySql.Durability);
    }

    private Task<string> BeginLong(string statement)
    {
        var running = mySql.Server.Begin(statement);
        while (mySql.Server.Query("SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User sleep' AND time >= 2") == "0")
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        return running;
    }

    private MySqlSpec Minding(MySqlQuiesce method, LongStatementPolicy policy) => mySql.Engine(method) with { LongStatements = policy, LongStatementInSeconds = 1 };

    private static string? Reason(DeployedProfile profile) => profile.Record.GetProperty("reason").GetString();

    private static DeployedProfile Deploy(MySqlSpec engine, string shell = "dash") => new(shell, DeployedProfile.Profile(engine));
}
