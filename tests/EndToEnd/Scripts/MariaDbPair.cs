using System;
using System.Globalization;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A primary and a replica that follows it over the loopback; every test finds both as they were made.</summary>
public sealed class MariaDbPair : IDisposable
{
    public MariaDbPair()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        var port = PrivateMariaDb.FreePort();
        Primary = new PrivateMariaDb("--skip-networking=0", "--bind-address=127.0.0.1", "--port=" + port.ToString(CultureInfo.InvariantCulture));
        Replica = new PrivateMariaDb("--server-id=2", "--read-only=1", "--log-slave-updates=1");
        Primary.Query("CREATE USER follower@'127.0.0.1' IDENTIFIED BY 'follows'; GRANT REPLICATION SLAVE ON *.* TO follower@'127.0.0.1'");
        Replica.Query($"CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = {port}, MASTER_USER = 'follower', MASTER_PASSWORD = 'follows', MASTER_USE_GTID = slave_pos; START SLAVE");
        Primary.Query("CREATE DATABASE shop; CREATE TABLE shop.orders (id INT PRIMARY KEY AUTO_INCREMENT) ENGINE=InnoDB");
        CatchUp();
    }

    internal PrivateMariaDb Primary { get; }

    internal PrivateMariaDb Replica { get; }

    internal static MariaDbSpec Engine(PrivateMariaDb server, RolePolicy role, MariaDbQuiesce method = MariaDbQuiesce.BackupStage)
        => new() { Name = "orders", Method = method, Role = role, Socket = server.Socket, User = "root", LockWaitInSeconds = 20 };

    /// <summary>Returns when the replica has applied everything that the primary has written; fails when it does not follow.</summary>
    internal void CatchUp()
    {
        var position = Primary.Query("SELECT @@GLOBAL.gtid_binlog_pos");
        Assert.Equal("0", Replica.Query($"SELECT MASTER_GTID_WAIT('{position}', 60)"));
    }

    public void Dispose()
    {
        Replica.Dispose();
        Primary.Dispose();
    }
}
