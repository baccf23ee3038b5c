using System;
using System.Collections.Generic;
using System.Linq;

namespace Quiesce.Runtime.Configuration;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
internal static class NearestName
{
    // Three slips of the finger in names of ten letters and more; beyond that a guess is as likely wrong as right.
    private const int MostSlips = 3;

    public static string? Of(string name, IEnumerable<string> known) => known
        .Select(candidate => (candidate, Slips: Slips(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(pair => pair.Slips <= MostSlips)
        .OrderBy(pair => pair.Slips)
        .Select(pair => pair.candidate)
        .FirstOrDefault();

    /// <summary>How many letters must be added, dropped or exchanged to turn one name into the other (Levenshtein's distance).</summary>
    private static int Slips(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > MostSlips)
            return int.MaxValue;

        int[] previous = [.. Enumerable.Range(0, other.Length + 1)];
        int[] current = new int[other.Length + 1];
        for (int row = 1; row <= one.Length; row++)
        {
            current[0] = row;
            for (int column = 1; column <= other.Length; column++)
            {
                int exchange = previous[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                current[column] = Math.Min(exchange, Math.Min(previous[column], current[column - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[other.Length];
    }
}
