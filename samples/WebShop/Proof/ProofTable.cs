using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace WebShop.Proof;

/// <summary>What a person sees at the end.</summary>
internal static class ProofTable
{
    public static void Print(IReadOnlyList<Claim> claims, RunReport report, IReadOnlyList<Write> writes)
    {
        var text = CultureInfo.InvariantCulture;
        Console.WriteLine();
        foreach (var claim in claims.OrderByDescending(claim => claim.Subject == "run").ThenBy(claim => claim.Subject, StringComparer.Ordinal))
            Console.WriteLine($"  {(claim.Holds ? "holds" : "FAILS")}  {claim.Subject,-8}{claim.Text}");

        Console.WriteLine();
        Console.WriteLine("  phases, ms          " + string.Join("   ", report.Phases.Select(phase => phase.Name + phase.DurationMs.ToString(" 0.0", text))));
        Console.WriteLine("  longest stall, ms   " + string.Join("   ", report.Record.Engines.Select(engine =>
            engine.Name + Stall.Longest(writes, engine.Name, report.BeganMs, report.EndedMs).ToString(" 0.0", text))));
        Console.WriteLine();
        var failed = claims.Count(claim => !claim.Holds);
        Console.WriteLine(failed == 0 ? "  Proven: everything held." : $"  Not proven: {failed} of {claims.Count} did not hold.");
    }
}
