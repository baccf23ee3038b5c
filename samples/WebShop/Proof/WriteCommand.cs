using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace WebShop.Proof;

/// <summary>
/// <c>proof write LOG</c>: writers on both servers until standard input ends. Says <c>writing</c> once all of them are under way, and leaves in LOG what they sent and what was acknowledged.
/// Until then everything is kept in memory: the proof writes nothing while a disk may be frozen.
/// </summary>
internal static class WriteCommand
{
    private const int WritersPerEngine = 2;

    public static int Run(string logPath)
    {
        Engine[] engines = [MariaDbEngine.Orders("/run/mysqld/mysqld.sock"), MariaDbEngine.Parcels("/run/mysqld/mysqld.sock"), new PostgreSqlEngine("/run/postgresql")];
        foreach (var engine in engines)
            DatabaseClient.AskAll(engine, engine.CreateTable);

        var clock = BootClock.Start();
        var writers = (from engine in engines from number in Enumerable.Range(1, WritersPerEngine) select new Writer(engine, number, clock)).ToList();
        var threads = writers.ConvertAll(writer => new Thread(writer.Run));
        threads.ForEach(thread => thread.Start());
        writers.ForEach(writer => writer.WaitUntilWarm());
        Console.WriteLine("writing");

        Console.In.ReadToEnd();
        writers.ForEach(writer => writer.Stop());
        threads.ForEach(thread => thread.Join());
        WriteLog.Save(logPath, writers.SelectMany(writer => writer.Writes));
        return 0;
    }
}
