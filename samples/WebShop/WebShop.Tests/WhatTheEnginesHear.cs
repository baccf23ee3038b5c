using System;
using System.Linq;
using System.Runtime.Versioning;
using System.Threading.Tasks;
using Quiesce.Runtime.Testing;
using Xunit;

/// <summary>The scripts, run for real against stand-ins for both servers: what is said to whom, in which order.</summary>
[SupportedOSPlatform("linux")]
public sealed class WhatTheEnginesHear : IDisposable
{
    private readonly StandInMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Workers_are_drained_first_and_resumed_last()
    {
        StandInRun run = await RunAsync();

        Assert.Equal(("ok", "ok"), (run.PreStatus, run.PostStatus));
        Assert.Equal(("systemctl", "stop orders-worker"), (run.Calls[0].Name, run.Calls[0].Text));
        Assert.Equal(("systemctl", "start orders-worker"), (run.Calls[^1].Name, run.Calls[^1].Text));
    }

    [Fact]
    public async Task The_orders_are_held_by_backup_stages_and_let_go_by_the_post_script()
    {
        StandInRun run = await RunAsync();

        string[] stages = [.. run.SaidTo("orders").Where(statement => statement.StartsWith("BACKUP STAGE", StringComparison.Ordinal))];
        Assert.Equal(["BACKUP STAGE START;", "BACKUP STAGE FLUSH;", "BACKUP STAGE BLOCK_DDL;", "BACKUP STAGE BLOCK_COMMIT;", "BACKUP STAGE END;"], stages);
        Assert.Equal("post", run.Calls.Single(call => call.Text == "BACKUP STAGE END;").Script);
    }

    [Fact]
    public async Task The_ledger_is_checkpointed_before_the_orders_are_held()
    {
        StandInRun run = await RunAsync();

        string[] said = [.. run.Calls.Select(call => call.Text)];
        Assert.True(Array.IndexOf(said, "CHECKPOINT;") < Array.IndexOf(said, "BACKUP STAGE BLOCK_COMMIT;"));
    }

    [Fact]
    public async Task When_the_orders_cannot_be_held_the_workers_go_on()
    {
        _machine.Refuse("orders", "BLOCK_COMMIT", "ERROR 1205 (HY000): Lock wait timeout exceeded; try restarting transaction");

        StandInRun run = await RunAsync();

        Assert.Equal("lock-not-acquired", run.PreStatus);
        Assert.Contains("start orders-worker", run.SaidTo("systemctl"));
    }

    private Task<StandInRun> RunAsync() => _machine.RunAsync(WebShop.Profile, TestContext.Current.CancellationToken);
}
