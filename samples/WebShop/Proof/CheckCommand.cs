using System.Collections.Generic;
using System.Linq;

namespace WebShop.Proof;

/// <summary>
/// <c>proof check WRITES REPORT SERVICES SOCKETS</c>: proves what the snapshot is worth, from the writers' account, the run's report, the log of the machine's services and the servers that
/// were started on the copy, with their sockets in SOCKETS. Status 0 only when everything holds.
/// </summary>
internal static class CheckCommand
{
    public static int Run(string writesPath, string reportPath, string servicesPath, string sockets)
    {
        var writes = WriteLog.Load(writesPath);
        var report = RunReport.Load(reportPath);
        List<Claim> claims = [.. RunClaims.Of(report), OrdersWorker.RestedMeanwhile(servicesPath, report)];

        var mariaDb = MariaDbEngine.Orders(sockets + "/mysqld.sock");
        claims.Add(CopyOfServer.TablesCheckClean(mariaDb));
        claims.Add(report.Engine(mariaDb.Name).Coordinates is { } recorded
            ? CopyOfServer.BinaryLogEndsWhereRecorded(mariaDb, recorded)
            : new Claim(mariaDb.Name, false, "the record holds no binary log position"));
        claims.AddRange(OfWrites(mariaDb, writes, report));
        claims.AddRange(OfWrites(MariaDbEngine.Parcels(mariaDb.Socket), writes, report));

        var postgreSql = new PostgreSqlEngine(sockets);
        claims.Add(CopyOfServer.TablesCheckClean(postgreSql));
        claims.AddRange(OfWrites(postgreSql, writes, report));

        ProofTable.Print(claims, report, writes);
        return claims.All(claim => claim.Holds) ? 0 : 1;
    }

    private static IEnumerable<Claim> OfWrites(Engine copy, IReadOnlyList<Write> writes, RunReport report)
    {
        var freeze = report.Phase("freeze");
        var restored = new RestoredWrites(
            copy.Table,
            [.. writes.Where(write => write.Engine == copy.Table)],
            CopyOfServer.ReadKeys(copy),
            StoppedMs: report.Engine(copy.Name) switch
            {
                { HeldFromMs: { } held } => held,
                // What it acknowledges before it is durable was written out for the last time when the record says.
                { AcknowledgesBeforeDurable: true, StoppedAtMs: { } lastFlush } => lastFlush,
                // An engine that takes no lock stands still from the freeze on.
                _ => freeze.StartMs,
            },
            FrozenMs: freeze.EndMs);
        yield return restored.NothingAcknowledgedIsLost();
        yield return restored.NothingIsFromAfterTheFreeze();
        yield return restored.WritersWentOn(report.Phase("thaw").EndMs);
        yield return TheProofCanFail.On(copy, restored);
    }
}
