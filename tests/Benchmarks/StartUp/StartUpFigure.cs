using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Quiesce.Tests.Shared;

namespace Quiesce.Benchmarks.StartUp;

/// <summary>What it costs to start the native executable: a backup waits for it, and guard and sentinel are two more starts of it.</summary>
internal static class StartUpFigure
{
    private const int Runs = 50;
    private const string GnuTime = "/usr/bin/time";
    private static readonly string Executable = Repository.PathOf("src/Quiesce.Cli/bin/native/quiesce");

    public static void Print()
    {
        if (!File.Exists(Executable))
            throw new InvalidOperationException($"{Executable} is not there: src/Quiesce.Cli/publish.sh makes it");

        Console.WriteLine($"measured: {Executable} --version");
        Console.WriteLine(Spread.Heading);
        Console.WriteLine(new Spread(Enumerable.Range(0, Runs).Select(_ => Milliseconds())).Row("start to end", "ms"));
        if (File.Exists(GnuTime))
            Console.WriteLine(new Spread(Enumerable.Range(0, Runs).Select(_ => PeakMemory())).Row("peak resident memory", "MiB"));
        else
            Console.WriteLine($"peak resident memory: not measured, GNU time is not installed at {GnuTime}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"size of the executable: {new FileInfo(Executable).Length:N0} bytes"));
    }

    private static double Milliseconds()
    {
        var clock = Stopwatch.StartNew();
        Programs.Run(Executable, "--version");
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>The kernel counts what a process had before its exec too, and this program is big: so somebody small starts it.</summary>
    private static double PeakMemory()
    {
        var result = Path.GetTempFileName();
        try
        {
            Programs.Run(GnuTime, "--format=%M", $"--output={result}", Executable, "--version");
            return double.Parse(File.ReadAllText(result), CultureInfo.InvariantCulture) / 1024;
        }
        finally
        {
            File.Delete(result);
        }
    }
}
