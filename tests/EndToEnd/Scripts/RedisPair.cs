using System;
using System.Globalization;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A primary and a replica that follows it over the loopback.</summary>
internal sealed class RedisPair : IDisposable
{
    public RedisPair()
    {
        var port = PrivateMariaDb.FreePort().ToString(CultureInfo.InvariantCulture);
        Primary = new PrivateRedis("--port", port, "--bind", "127.0.0.1", "--repl-diskless-sync-delay", "0");
        Replica = new PrivateRedis("--replicaof", "127.0.0.1", port);
        CatchUp();
    }

    public PrivateRedis Primary { get; }

    public PrivateRedis Replica { get; }

    /// <summary>Returns when the replica has what the primary has written; fails when it does not follow.</summary>
    public void CatchUp()
    {
        WaitForLink("up");
        Primary.Command("SET", "mark", Guid.NewGuid().ToString());
        while (Replica.Command("GET", "mark") != Primary.Command("GET", "mark"))
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>The primary dies, and the replica has noticed.</summary>
    public void CutOff()
    {
        Primary.Command("SHUTDOWN", "NOSAVE");
        WaitForLink("down");
    }

    public void Dispose()
    {
        Replica.Dispose();
        Primary.Dispose();
    }

    private void WaitForLink(string state)
    {
        while (!Replica.Command("INFO", "replication").Contains("master_link_status:" + state, StringComparison.Ordinal))
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }
}
