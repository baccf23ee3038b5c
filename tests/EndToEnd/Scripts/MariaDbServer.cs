using System;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>One server for a class of tests, with relaxed durability and a table to write to; every test finds it as it was made.</summary>
public sealed class MariaDbServer : IDisposable
{
    public MariaDbServer()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        Server = new PrivateMariaDb("--innodb-flush-log-at-trx-commit=2", "--sync-binlog=0");
        Server.Query("CREATE DATABASE shop; CREATE TABLE shop.orders (id INT PRIMARY KEY AUTO_INCREMENT) ENGINE=InnoDB");
    }

    internal PrivateMariaDb Server { get; }

    internal string Durability => Server.Query("SELECT CONCAT(@@GLOBAL.innodb_flush_log_at_trx_commit, ' ', @@GLOBAL.sync_binlog)");

    /// <summary>After a test in which nobody was left to put it back.</summary>
    internal void RelaxDurability() => Server.Query("SET GLOBAL innodb_flush_log_at_trx_commit = 2, GLOBAL sync_binlog = 0");

    internal const string RelaxedDurability = "2 0";

    internal const string FullDurability = "1 1";

    internal const string Insert = "INSERT INTO shop.orders VALUES ()";

    internal MariaDbSpec Engine(MariaDbQuiesce method = MariaDbQuiesce.BackupStage)
        => new() { Name = "orders", Method = method, Socket = Server.Socket, User = "root", LockWaitInSeconds = 20 };

    /// <summary>Returns when the server shows a write that waits for the lock.</summary>
    internal void WaitUntilAWriterWaits() => Server.WaitUntilSomebodyWaits("Waiting for backup lock");

    public void Dispose() => Server.Dispose();
}
