using System;
using System.Collections.Generic;
using System.Linq;

namespace Quiesce.CodeFixes;

/// <summary>Finds the name that was meant by a misspelt one.</summary>
internal static class NearestName
{
    /// <returns>The one name that a third of its letters, at most, separate from what was written, and that no other comes as near to; else <see langword="null"/>.</returns>
    public static string? Of(string written, IEnumerable<string> names)
    {
        var nearest = names
            .Select(name => (Name: name, Distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.Distance * 3 <= candidate.Name.Length)
            .OrderBy(candidate => candidate.Distance)
            .Take(2)
            .ToList();
        return nearest.Count == 0 || (nearest.Count == 2 && nearest[0].Distance == nearest[1].Distance) ? null : nearest[0].Name;
    }

    /// <summary>How many letters must be added, removed or exchanged (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var exchanged = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[other.Length];
    }
}
