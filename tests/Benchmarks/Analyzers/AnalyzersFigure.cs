using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Quiesce.Benchmarks.Analyzers;

/// <summary>What our analyzers cost a big project, and what files without a profile cost, which most files of most projects are.</summary>
internal static class AnalyzersFigure
{
    private const int Profiles = 200;
    private const int Files = 2000;
    private const int MaxRounds = 15;

    /// <summary>Builds before the first that counts: until then the compiler that stays up compiles its own code, and ours.</summary>
    private const int WarmUps = 5;

    /// <summary>No round is begun after that: a busy machine gives fewer rounds, not a longer wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static void Print()
    {
        using var profiles = new ScratchProject(Profiles, Files - Profiles);
        using var plain = new ScratchProject(profiles: 0, Files);
        foreach (var project in (ScratchProject[])[profiles, plain])
        {
            project.Prepare();
            for (var warmUp = 0; warmUp < WarmUps; warmUp++)
                project.Rebuild();
        }

        // Turn by turn, so that a busy minute of the machine meets both.
        var outputs = new List<(string Profiles, string Plain)>();
        for (var clock = Stopwatch.StartNew(); outputs.Count < MaxRounds && clock.Elapsed < Patience;)
            outputs.Add((profiles.Rebuild(), plain.Rebuild()));

        Console.WriteLine($"measured: {ScratchProject.Command}");
        Console.WriteLine($"the compiler's own table; the compiler server stays up from build to build, as in an IDE, and {2 * WarmUps} builds went before");
        Console.WriteLine(Spread.Heading);
        foreach (var assembly in (string[])["Quiesce.Analyzers", "Quiesce.Generators"])
        {
            Console.WriteLine(new Spread(outputs.Select(output => CompilerTable.Milliseconds(output.Profiles, assembly))).Row($"{assembly}, {Files} files, {Profiles} profiles", "ms"));
            Console.WriteLine(new Spread(outputs.Select(output => CompilerTable.Milliseconds(output.Plain, assembly))).Row($"{assembly}, {Files} files, no profile", "ms"));
        }
    }
}
