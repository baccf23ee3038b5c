using System;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>What stops the pre script, with a status of its own for each cause and nothing left behind.</summary>
public sealed class MariaDbRefusalTests(MariaDbServer mariaDb) : IClassFixture<MariaDbServer>
{
    /// <summary>A read lock waits for a running update; a read it would pass.</summary>
    private const string LongUpdate = "UPDATE shop.orders SET id = id WHERE SLEEP(30) = 0 LIMIT 1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    [Fact]
    public void A_server_that_is_down_is_named()
    {
        using var profile = Deploy(mariaDb.Engine() with { Socket = "/nonexistent/socket" });

        Assert.Equal(30, profile.RunPre());
        Assert.Contains("orders: ERROR 2002", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_password_is_named()
    {
        mariaDb.Server.Query("CREATE OR REPLACE USER stranger IDENTIFIED BY 'secret'");
        using var profile = Deploy(mariaDb.Engine() with { User = "stranger" });

        Assert.Equal(30, profile.RunPre());
        Assert.Contains("ERROR 1045", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_permission_is_answered_with_the_statement_that_grants_it()
    {
        mariaDb.Server.Query("CREATE OR REPLACE USER clerk");
        using var profile = Deploy(mariaDb.Engine() with { User = "clerk" });

        Assert.Equal(31, profile.RunPre());
        Assert.Contains("GRANT RELOAD, BINLOG MONITOR, REPLICA MONITOR ON *.* TO clerk@%", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task A_long_statement_makes_the_wait_fail_and_no_writer_queues_behind_it_afterwards(string shell)
    {
        using var profile = new DeployedProfile(shell, DeployedProfile.Profile(mariaDb.Engine(MariaDbQuiesce.ReadLock) with { LockWaitInSeconds = 1 }));
        mariaDb.Server.Query(MariaDbServer.Insert);
        var query = mariaDb.Server.Begin(LongUpdate);
        mariaDb.Server.WaitUntilSomebodyWaits("User sleep");

        Assert.Equal(32, profile.RunPre());

        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        Assert.False(query.IsCompleted);
        Assert.Empty(profile.Processes());
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
        EndSleepers();
    }

    /// <summary>The server's own limit for statements ends the wait before ours does.</summary>
    [Fact]
    public void A_lock_whose_wait_the_server_ends_was_not_to_be_had_either()
    {
        using var profile = Deploy(mariaDb.Engine(MariaDbQuiesce.ReadLock));
        mariaDb.Server.Query(MariaDbServer.Insert);
        _ = mariaDb.Server.Begin(LongUpdate);
        mariaDb.Server.WaitUntilSomebodyWaits("User sleep");
        mariaDb.Server.Query("SET GLOBAL max_statement_time = 1");

        var pre = profile.RunPre();

        mariaDb.Server.Query("SET GLOBAL max_statement_time = 0");
        EndSleepers();
        Assert.Equal(32, pre);
        Assert.Contains("ERROR 1969", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task A_signal_while_it_waits_for_the_lock_leaves_no_waiter(string signal)
    {
        using var profile = Deploy(mariaDb.Engine(MariaDbQuiesce.ReadLock));
        mariaDb.Server.Query(MariaDbServer.Insert);
        _ = mariaDb.Server.Begin(LongUpdate);
        mariaDb.Server.WaitUntilSomebodyWaits("User sleep");
        using var pre = profile.Start(profile.PreScript);
        mariaDb.WaitUntilAWriterWaits();

        Signals.Send(signal, pre.Id);
        await pre.WaitForExitAsync().WaitAsync(Patience);

        Assert.Equal(13, pre.ExitCode);
        Assert.Empty(profile.Processes());
        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
        EndSleepers();
    }

    /// <summary>It asked for a lock that it might wait for as long as the test's patience and longer: nobody else may.</summary>
    [Fact]
    public async Task One_that_is_killed_while_it_waits_leaves_no_waiter_either()
    {
        var spec = DeployedProfile.Profile(mariaDb.Engine(MariaDbQuiesce.ReadLock) with { LockWaitInSeconds = 120 });
        using var profile = new DeployedProfile("dash", spec with { Host = spec.Host with { TimeoutInSeconds = 150 } });
        mariaDb.Server.Query(MariaDbServer.Insert);
        var update = mariaDb.Server.Begin(LongUpdate.Replace("30", "600", StringComparison.Ordinal));
        mariaDb.Server.WaitUntilSomebodyWaits("User sleep");
        using var pre = profile.Start(profile.PreScript);
        mariaDb.WaitUntilAWriterWaits();

        Signals.Kill(pre.Id);

        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        Assert.False(update.IsCompleted);
        EndSleepers();
    }

    [Fact]
    public async Task It_ends_itself_before_the_host_would_give_up()
    {
        var spec = DeployedProfile.Profile(mariaDb.Engine(MariaDbQuiesce.ReadLock));
        using var profile = new DeployedProfile("dash", spec with { Host = spec.Host with { TimeoutInSeconds = 10 } });
        mariaDb.Server.Query(MariaDbServer.Insert);
        _ = mariaDb.Server.Begin(LongUpdate);
        mariaDb.Server.WaitUntilSomebodyWaits("User sleep");

        Assert.Equal(12, profile.RunPre());

        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        EndSleepers();
    }

    /// <summary>An earlier attempt has used up most of the time: this one may not even wait for its lock as long as the profile allows.</summary>
    [Fact]
    public async Task It_ends_itself_before_the_moment_that_its_host_names()
    {
        using var profile = Deploy(mariaDb.Engine(MariaDbQuiesce.ReadLock));
        mariaDb.Server.Query(MariaDbServer.Insert);
        _ = mariaDb.Server.Begin(LongUpdate);
        mariaDb.Server.WaitUntilSomebodyWaits("User sleep");
        var uptime = decimal.Parse(System.IO.File.ReadAllText("/proc/uptime").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(12, profile.RunPre(("QUIESCE_DEADLINE_MS", $"{(long)(1000 * uptime) + 12_000}")));

        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        Assert.Empty(profile.Processes());
        EndSleepers();
    }

    [Fact]
    public async Task A_post_script_ends_a_pre_script_that_its_host_gave_up_on()
    {
        using var profile = Deploy(mariaDb.Engine(MariaDbQuiesce.ReadLock));
        mariaDb.Server.Query(MariaDbServer.Insert);
        _ = mariaDb.Server.Begin(LongUpdate);
        mariaDb.Server.WaitUntilSomebodyWaits("User sleep");
        using var pre = profile.Start(profile.PreScript);
        mariaDb.WaitUntilAWriterWaits();

        Assert.Equal(41, profile.RunPost());

        await pre.WaitForExitAsync().WaitAsync(Patience);
        Assert.Empty(profile.Processes());
        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        EndSleepers();
    }

    /// <summary>A failed attempt leaves nothing behind before the next; a host that retries by itself gets one attempt at a time.</summary>
    [Theory]
    [InlineData(null, 3)]
    [InlineData("1", 1)]
    public void It_makes_the_retries_that_the_host_does_not_make(string? hostRetries, int attempts)
    {
        var spec = DeployedProfile.Profile(mariaDb.Engine() with { Socket = "/nonexistent/socket" });
        using var profile = new DeployedProfile("dash", spec with { Host = spec.Host with { PreScriptNoOfRetries = 2 } });

        Assert.Equal(30, hostRetries is null ? profile.RunPre() : profile.RunPre(("QUIESCE_HOST_RETRIES", hostRetries)));

        Assert.Equal(attempts, profile.Log.Split('\n').Count(line => line.Contains(" attempt ", StringComparison.Ordinal)));
    }

    private static DeployedProfile Deploy(MariaDbSpec engine) => new("dash", DeployedProfile.Profile(engine));

    private void EndSleepers()
    {
        foreach (var id in mariaDb.Server.Query("SELECT id FROM information_schema.processlist WHERE state = 'User sleep'").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            mariaDb.Server.Query($"KILL {id}");
    }
}
