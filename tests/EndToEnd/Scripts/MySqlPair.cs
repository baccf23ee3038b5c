using System;
using System.Globalization;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A primary of MySQL proper and a replica that follows it over the loopback and refuses everybody's writes; every test finds both as they were made.</summary>
public sealed class MySqlPair : IDisposable
{
    public MySqlPair()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        var port = PrivateSqlServer.FreePort();
        Primary = new PrivateMySql([.. Gtids, "--skip-networking=0", "--bind-address=127.0.0.1", "--port=" + port.ToString(CultureInfo.InvariantCulture)]);
        Replica = new PrivateMySql([.. Gtids, "--server-id=2", "--super-read-only=1"]);
        Primary.Query("CREATE USER follower@'127.0.0.1' IDENTIFIED BY 'follows'; GRANT REPLICATION SLAVE ON *.* TO follower@'127.0.0.1'");
        Replica.Query(
            $"CHANGE REPLICATION SOURCE TO SOURCE_HOST = '127.0.0.1', SOURCE_PORT = {port}, SOURCE_USER = 'follower', SOURCE_PASSWORD = 'follows', SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1; START REPLICA");
        Primary.Query("CREATE DATABASE shop; CREATE TABLE shop.orders (id INT PRIMARY KEY AUTO_INCREMENT) ENGINE=InnoDB");
        CatchUp();
    }

    internal PrivateMySql Primary { get; }

    internal PrivateMySql Replica { get; }

    private static string[] Gtids => ["--gtid-mode=ON", "--enforce-gtid-consistency=ON"];

    internal static MySqlSpec Engine(PrivateMySql server, RolePolicy role, MySqlQuiesce method)
        => new() { Name = "orders", Method = method, Role = role, Socket = server.Socket, User = "root", LockWaitInSeconds = 20, Client = MySqlPrograms.Client };

    /// <summary>
    /// Returns when the replica has applied everything that the primary has written, and says so: appliers that work side by side tell their position some tenths of a second later. Fails when it
    /// does not follow.
    /// </summary>
    internal void CatchUp()
    {
        var written = Primary.Query("SELECT @@GLOBAL.gtid_executed");
        Assert.Equal("0", Replica.Query($"SELECT WAIT_FOR_EXECUTED_GTID_SET('{written}', 60)"));
        var position = Primary.Query("SHOW BINARY LOG STATUS").Split('\t')[1];
        while (Replica.Query("SHOW REPLICA STATUS").Split('\t')[21] != position)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        Replica?.Dispose();
        Primary?.Dispose();
    }
}
