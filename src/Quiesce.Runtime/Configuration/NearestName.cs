using System;
using System.Collections.Generic;

namespace Quiesce.Runtime.Configuration;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
internal static class NearestName
{
    // Three slips of the finger in names of ten letters and more; beyond that a guess is as likely wrong as right.
    private const int MostSlips = 3;

    public static string? Of(string name, IEnumerable<string> known)
    {
        (string? nearest, int fewest) = (null, MostSlips + 1);
        foreach (string candidate in known)
        {
            int slips = Slips(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (slips < fewest)
                (nearest, fewest) = (candidate, slips);
        }

        return nearest;
    }

    /// <summary>How many letters must be added, dropped or exchanged to turn one name into the other (Levenshtein's distance).</summary>
    private static int Slips(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > MostSlips)
            return int.MaxValue;

        int[] previous = new int[other.Length + 1];
        for (int column = 0; column < previous.Length; column++)
            previous[column] = column;
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
