using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace Quiesce.Tests;

/// <summary>Programs as they are while being typed: a source with tokens deleted and swapped, the same ones at every run.</summary>
internal static class Mutation
{
    public static IEnumerable<(string Source, string Change)> Of(string source, int count)
    {
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).ToArray();
        var random = new Random(20261121);
        for (var made = 0; made < count; made++)
        {
            var texts = tokens.Select(token => token.ToFullString()).ToArray();
            var changes = new List<string>();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var (one, other) = (random.Next(texts.Length), random.Next(texts.Length));
                if (random.Next(2) == 0)
                {
                    changes.Add($"delete {one} '{texts[one].Trim()}'");
                    texts[one] = " ";
                }
                else
                {
                    changes.Add($"swap {one} '{texts[one].Trim()}' and {other} '{texts[other].Trim()}'");
                    (texts[one], texts[other]) = (texts[other], texts[one]);
                }
            }

            yield return (string.Concat(texts), string.Join(", ", changes));
        }
    }
}
