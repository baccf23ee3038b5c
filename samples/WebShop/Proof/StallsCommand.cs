using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace WebShop.Proof;

/// <summary><c>proof stalls WRITES RAW REPORT…</c>: what many runs cost the writers, median and maximum, and beside it what the kernel's freeze alone takes.</summary>
internal static class StallsCommand
{
    public static int Run(string writesPath, string rawPath, IEnumerable<string> reportPaths)
    {
        var writes = WriteLog.Load(writesPath);
        var reports = reportPaths.Select(RunReport.Load).ToList();

        Console.WriteLine($"  {reports.Count} runs, ms                          median      max");
        foreach (var engine in writes.Select(write => write.Engine).Distinct())
            PrintLine($"stall of {engine}'s writers", reports.Select(report => Stall.Longest(writes, engine, report.BeganMs, report.EndedMs)));
        foreach (var phase in reports[0].Phases.Select(phase => phase.Name))
            PrintLine($"phase {phase}", reports.Select(report => report.Phase(phase).DurationMs));
        PrintLine("thaw begun after the snapshot's end", reports.Select(report => report.Phase("thaw").StartMs - report.Snapshot.EndMs));
        PrintRawFreezes(rawPath);

        var notApplication = reports.Count(report => report.Level != "application");
        if (notApplication > 0)
            Console.WriteLine($"  {notApplication} runs did not reach the application level");
        return notApplication == 0 ? 0 : 1;
    }

    /// <summary>A line a pair, in seconds: before the freeze, after it, after the thaw, and after a call of the same program that did nothing.</summary>
    private static void PrintRawFreezes(string rawPath)
    {
        var pairs = File.ReadLines(rawPath).Select(line => line.Split(' ').Select(field => double.Parse(field, CultureInfo.InvariantCulture) * 1000).ToList()).ToList();
        PrintLine("raw: fsfreeze --freeze, same mount", pairs.Select(pair => pair[1] - pair[0]));
        PrintLine("raw: fsfreeze --unfreeze", pairs.Select(pair => pair[2] - pair[1]));
        PrintLine("raw: of each, starting the program", pairs.Select(pair => pair[3] - pair[2]));
    }

    private static void PrintLine(string name, IEnumerable<double> values)
    {
        var all = values.ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-38}{Stall.Median(all),8:F1} {all.Max(),8:F1}"));
    }
}
