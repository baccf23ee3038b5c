using System;
using Quiesce.Contract.Profiles;
using Quiesce.EndToEnd.Scripts;
using Quiesce.Tests.Shared;

namespace Quiesce.Benchmarks.Scripts;

/// <summary>How long the compiled scripts keep a host waiting, and writers standing still, on servers that have nothing else to do.</summary>
internal static class ScriptsFigure
{
    /// <summary>What the scripts say to the server, by the bare client: what the pre script takes beyond this is its own work.</summary>
    private const string MariaDbStatements =
        "SET SESSION lock_wait_timeout = 20; SET GLOBAL innodb_flush_log_at_trx_commit = 1; SET GLOBAL sync_binlog = 1; " +
        "BACKUP STAGE START; BACKUP STAGE FLUSH; BACKUP STAGE BLOCK_DDL; BACKUP STAGE BLOCK_COMMIT; FLUSH NO_WRITE_TO_BINLOG ENGINE LOGS; SHOW MASTER STATUS; BACKUP STAGE END; " +
        "SET GLOBAL innodb_flush_log_at_trx_commit = 2; SET GLOBAL sync_binlog = 0";

    private const string PostgreSqlStatements =
        "CHECKPOINT; SET synchronous_commit = local; SELECT FROM pg_logical_emit_message(true, 'quiesce', ''); SELECT pg_current_wal_flush_lsn()";

    public static void Print()
    {
        using var mariaDb = new MariaDbServer();
        using var postgreSql = new PrivatePostgreSql();
        using var redis = new PrivateRedis("--appendonly", "yes");
        var orders = mariaDb.Engine();
        var ledger = new PostgreSqlSpec { Name = "ledger", Method = PostgreSqlQuiesce.Checkpoint, SocketDirectory = postgreSql.Folder, OsUser = "postgres", Database = "postgres" };
        var cache = new RedisSpec { Name = "cache", Socket = redis.Socket };

        Console.WriteLine("measured: sh pre.sh; sh post.sh under dash, from start to exit, on idle private servers; goals are for the median");
        Console.WriteLine(Spread.Heading);
        using (var one = new MeasuredProfile("MariaDB, backup stage", orders))
        {
            one.PrintPair();
            one.PrintOwnWork(() => mariaDb.Server.Query(MariaDbStatements));
            one.PrintHoldAfterPost(mariaDb);
            one.PrintProcesses();
        }

        using (var one = new MeasuredProfile("PostgreSQL, checkpoint", ledger))
        {
            one.PrintPair();
            one.PrintOwnWork(() => postgreSql.Query(PostgreSqlStatements));
        }

        using (var one = new MeasuredProfile("Redis, save and append-only file", cache))
            one.PrintPair();

        using var three = new MeasuredProfile("these three engines", cache, ledger, orders);
        three.PrintPair(goalOfPre: 250, goalOfPost: null);
    }
}
