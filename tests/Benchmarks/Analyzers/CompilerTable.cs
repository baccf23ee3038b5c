using System;
using System.Globalization;
using System.Linq;

namespace Quiesce.Benchmarks.Analyzers;

/// <summary>Reads the compiler's own tables of what analyzers and generators took.</summary>
internal static class CompilerTable
{
    /// <summary>The milliseconds of all analyzers, or generators, of one assembly. The table's own resolution is one millisecond; "&lt;0.001" is read as one.</summary>
    public static double Milliseconds(string buildOutput, string assembly)
    {
        // "   0.025    2   Quiesce.Analyzers, Version=…": seconds, share, and the assembly whose members follow.
        var row = buildOutput.Split('\n').FirstOrDefault(line => line.Contains($" {assembly}, Version=", StringComparison.Ordinal) && IsRow(line))
            ?? throw new InvalidOperationException($"the compiler's table has no row for {assembly}");
        return 1000 * Seconds(row)!.Value;
    }

    private static bool IsRow(string line) => Seconds(line) is not null;

    private static double? Seconds(string line)
    {
        var first = line.TrimStart().Split(' ')[0].TrimStart('<');
        return double.TryParse(first, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
    }
}
