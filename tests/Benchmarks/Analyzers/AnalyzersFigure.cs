using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace Quiesce.Benchmarks.Analyzers;

/// <summary>What our analyzers cost a big project, and what files without a profile add to that.</summary>
internal static class AnalyzersFigure
{
    private const int Profiles = 200;
    private const int Files = 2000;
    private const int MaxRounds = 7;

    /// <summary>No round is begun after that: a busy machine gives fewer rounds, not a longer wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static void Print()
    {
        using var project = new ScratchProject(Profiles, Files - Profiles);
        using var twice = new ScratchProject(Profiles, 2 * Files - Profiles);
        project.Prepare();
        twice.Prepare();

        // Turn by turn, so that a busy minute of the machine meets both.
        var outputs = new List<(string Once, string Twice)>();
        for (var clock = Stopwatch.StartNew(); outputs.Count < MaxRounds && clock.Elapsed < Patience;)
            outputs.Add((project.Rebuild(), twice.Rebuild()));

        Console.WriteLine($"measured: {ScratchProject.Command}");
        Console.WriteLine("the compiler's own table; the compiler server stays up from build to build, as in an IDE");
        Console.WriteLine(Spread.Heading);
        foreach (var assembly in (string[])["Quiesce.Analyzers", "Quiesce.Generators"])
        {
            var once = new Spread(outputs.Select(output => CompilerTable.Milliseconds(output.Once, assembly)));
            var added = new Spread(outputs.Select(output => CompilerTable.Milliseconds(output.Twice, assembly)));
            Console.WriteLine(once.Row($"{assembly}, {Files} files, {Profiles} profiles", "ms"));
            Console.WriteLine(added.Row($"{assembly}, {2 * Files} files, {Profiles} profiles", "ms"));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{"  what these add: minima, medians",-48} {added.Minimum - once.Minimum,9:0.0} {added.Median - once.Median,9:0.0} {"",9}  ms"));
        }
    }
}
