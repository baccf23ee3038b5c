using System.Collections.Immutable;
using Quiesce.Benchmarks.Analyzers;
using Quiesce.Benchmarks.Freezing;
using Quiesce.Benchmarks.Scripts;
using Quiesce.Benchmarks.StartUp;

namespace Quiesce.Benchmarks;

/// <summary>Every figure, one line each. Each takes less than three minutes on an idle machine.</summary>
internal static class Figures
{
    public static ImmutableArray<Figure> All { get; } =
    [
        new("analyzers", "analyzers and generator over 2,000 files with 200 profiles, and what 2,000 files more add", AnalyzersFigure.Print),
        new("start-up", "start and peak memory of the native executable; src/Quiesce.Cli/publish.sh makes it", StartUpFigure.Print),
        new("freeze", "quiesce run beside a shell's fsfreeze, the standstill, memory, 200 mounts; needs root and the native executable", FreezeFigure.Print),
        new("scripts", "pre and post scripts of one and of three engines on idle private servers; needs root, mariadbd, postgres and redis-server", ScriptsFigure.Print),
    ];
}
