using System;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A statement for which the lock would wait: what becomes of it is the author's choice, and nobody queues behind it afterwards.</summary>
public sealed class MariaDbLongStatementTests(MariaDbServer mariaDb) : IClassFixture<MariaDbServer>, IDisposable
{
    private const string LongUpdate = "UPDATE shop.orders SET id = id WHERE SLEEP(60) = 0 LIMIT 1";
    private const string LongRead = "SELECT SLEEP(60) FROM shop.orders LIMIT 1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    /// <summary>Whatever a test left asleep would count as long in the next one.</summary>
    public void Dispose()
    {
        foreach (var id in mariaDb.Server.Query("SELECT id FROM information_schema.processlist WHERE state = 'User sleep'").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            mariaDb.Server.Query($"KILL {id}");
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task Asked_to_end_it_the_pre_script_does_so_and_takes_the_lock(string shell)
    {
        using var profile = Deploy(LongStatementPolicy.Kill, shell: shell);
        var update = Begin(LongUpdate);

        Assert.Equal(0, profile.RunPre());

        var ended = await Assert.ThrowsAnyAsync<Exception>(() => update.WaitAsync(Patience));
        Assert.Contains("ERROR 1317", ended.Message, StringComparison.Ordinal);
        Assert.Equal(0, profile.RunPost());
        Assert.Contains("a statement of root, in session", profile.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_to_fail_the_pre_script_does_so_before_any_writer_has_to_wait()
    {
        using var profile = Deploy(LongStatementPolicy.Fail);
        var update = Begin(LongUpdate);

        Assert.Equal(32, profile.RunPre());

        Assert.Contains("statements have been running for 1 s or longer in session", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        Assert.False(update.IsCompleted);
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
    }

    [Theory]
    [InlineData(nameof(MariaDbQuiesce.ReadLock))]
    [InlineData(nameof(MariaDbQuiesce.BackupStage))]
    public void A_long_read_for_which_the_lock_does_not_wait_is_left_alone(string method)
    {
        using var profile = Deploy(LongStatementPolicy.Kill, Enum.Parse<MariaDbQuiesce>(method));
        var read = Begin(LongRead);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.False(read.IsCompleted);
    }

    [Theory]
    [InlineData("RELOAD, BINLOG MONITOR, REPLICA MONITOR", "ERROR 1227")]
    [InlineData("RELOAD, BINLOG MONITOR, REPLICA MONITOR, PROCESS", "ERROR 1095")]
    public void The_privileges_that_it_takes_are_named(string granted, string complaint)
    {
        mariaDb.Server.Query($"CREATE OR REPLACE USER guard; GRANT {granted} ON *.* TO guard");
        using var profile = Deploy(LongStatementPolicy.Kill, user: "guard");
        _ = Begin(LongUpdate);

        Assert.Equal(31, profile.RunPre());

        var reason = profile.Record.GetProperty("reason").GetString();
        Assert.Contains(complaint, reason, StringComparison.Ordinal);
        Assert.Contains("GRANT RELOAD, BINLOG MONITOR, REPLICA MONITOR, PROCESS, CONNECTION ADMIN ON *.* TO guard@%", reason, StringComparison.Ordinal);
    }

    private Task<string> Begin(string statement)
    {
        mariaDb.Server.Query(MariaDbServer.Insert);
        var begun = mariaDb.Server.Begin(statement);
        while (mariaDb.Server.Query("SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User sleep' AND time >= 1") == "0")
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        return begun;
    }

    private DeployedProfile Deploy(LongStatementPolicy policy, MariaDbQuiesce method = MariaDbQuiesce.ReadLock, string shell = "dash", string user = "root")
        => new(shell, DeployedProfile.Profile(mariaDb.Engine(method) with { LongStatements = policy, LongStatementInSeconds = 1, User = user }));
}
