using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace WebShop.Proof;

/// <summary>What the server started on the snapshot copy says.</summary>
internal static class CopyOfServer
{
    public static IReadOnlySet<RowKey> ReadKeys(Engine copy)
        => DatabaseClient.AskAll(copy, copy.SelectKeys).Select(line => line.Split(' ')).Select(field => new RowKey(
            int.Parse(field[0], CultureInfo.InvariantCulture),
            long.Parse(field[1], CultureInfo.InvariantCulture))).ToHashSet();

    /// <summary>Every table of every database, with every index read and compared.</summary>
    public static Claim TablesCheckClean(MariaDbEngine copy)
    {
        var check = ToolRun.Of("mariadb-check", "--no-defaults", "--socket=" + copy.Socket, "--all-databases", "--check", "--extended");
        var tables = check.OutputLines;
        var unclean = tables.Where(line => !line.EndsWith(" OK", System.StringComparison.Ordinal)).ToList();
        return unclean.Count == 0 && check.ExitStatus == 0 && tables.Count > 0
            ? new(copy.Table, true, $"{tables.Count} tables check clean (mariadb-check --extended)")
            : new(copy.Table, false, $"mariadb-check ended with status {check.ExitStatus}: {string.Join("; ", unclean)}");
    }

    /// <inheritdoc cref="TablesCheckClean(MariaDbEngine)"/>
    public static Claim TablesCheckClean(PostgreSqlEngine copy)
    {
        var check = ToolRun.Of(
            "setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups",
            PostgreSqlEngine.Program("pg_amcheck"), "--host=" + copy.Socket, "--all", "--install-missing", "--heapallindexed", "--rootdescend", "--no-strict-names");
        return check.ExitStatus == 0
            ? new(copy.Table, true, "heaps and indexes check clean (pg_amcheck --heapallindexed)")
            : new(copy.Table, false, $"pg_amcheck ended with status {check.ExitStatus}: {string.Join("; ", check.OutputLines)}");
    }

    /// <summary>A server that starts opens a binary log of its own; the one before it must end where the hold recorded it.</summary>
    public static Claim BinaryLogEndsWhereRecorded(MariaDbEngine copy, BinaryLogPosition recorded)
    {
        var logs = DatabaseClient.AskAll(copy, "SHOW BINARY LOGS;").Select(line => line.Split('\t')).ToList();
        if (logs.Count < 2)
            return new(copy.Table, false, "the copy has no binary log of before its start");
        var (file, size) = (logs[^2][0], logs[^2][1]);
        return file == recorded.File && size == recorded.Position
            ? new(copy.Table, true, $"the binary log's recorded position is the copy's: {file}, {size}")
            : new(copy.Table, false, $"the recorded binary log position is {recorded.File}, {recorded.Position}; the copy ends at {file}, {size}");
    }
}
