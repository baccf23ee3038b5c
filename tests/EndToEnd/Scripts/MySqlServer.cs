using System;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>One server of MySQL proper for a class of tests, with relaxed durability and a table to write to; every test finds it as it was made.</summary>
public sealed class MySqlServer : IDisposable
{
    public MySqlServer()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        Server = new PrivateMySql("--innodb-flush-log-at-trx-commit=2", "--sync-binlog=0");
        Server.Query("CREATE DATABASE shop; CREATE TABLE shop.orders (id INT PRIMARY KEY AUTO_INCREMENT) ENGINE=InnoDB; INSERT INTO shop.orders VALUES ()");
    }

    internal PrivateMySql Server { get; }

    internal const string Insert = "INSERT INTO shop.orders VALUES ()";

    internal const string ChangeOfSchema = "CREATE OR REPLACE VIEW shop.everything AS SELECT * FROM shop.orders";

    internal const string RelaxedDurability = "2 0";

    internal string Durability => Server.Query("SELECT CONCAT(@@GLOBAL.innodb_flush_log_at_trx_commit, ' ', @@GLOBAL.sync_binlog)");

    /// <summary>After a test in which nobody was left to put it back.</summary>
    internal void RelaxDurability() => Server.Query("SET GLOBAL innodb_flush_log_at_trx_commit = 2; SET GLOBAL sync_binlog = 0");

    internal MySqlSpec Engine(MySqlQuiesce method = MySqlQuiesce.ReadLock)
        => new() { Name = "orders", Method = method, Socket = Server.Socket, User = "root", LockWaitInSeconds = 20, Client = MySqlPrograms.Client };

    public void Dispose() => Server?.Dispose();
}
