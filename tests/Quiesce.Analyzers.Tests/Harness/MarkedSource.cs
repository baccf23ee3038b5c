using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Quiesce.Analyzers.Tests.Harness;

/// <summary>A source with the expected diagnostics marked in it: <c>[|…|]</c> for the rule under test, <c>{|ID:…|}</c> for any other.</summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<(string Id, TextSpan Span)> Marks)
{
    public static string Unmarked(string markup) => Parse(markup, "").Text;

    public static MarkedSource Parse(string markup, string defaultId)
    {
        var text = new StringBuilder(markup.Length);
        var marks = new List<(string, TextSpan)>();
        var open = new Stack<(string Id, int Start)>();
        for (var index = 0; index < markup.Length; index++)
        {
            var rest = markup.AsSpan(index);
            if (rest.StartsWith("[|"))
            {
                open.Push((defaultId, text.Length));
                index++;
            }
            else if (rest.StartsWith("{|QSC"))
            {
                var id = rest[2..rest.IndexOf(':')].ToString();
                open.Push((id, text.Length));
                index += id.Length + 2;
            }
            else if (rest.StartsWith("|]") || (rest.StartsWith("|}") && open.Count > 0))
            {
                var (id, start) = open.Pop();
                marks.Add((id, TextSpan.FromBounds(start, text.Length)));
                index++;
            }
            else
            {
                text.Append(markup[index]);
            }
        }

        if (open.Count > 0)
            throw new ArgumentException("A mark is not closed.", nameof(markup));
        return new MarkedSource(text.ToString(), marks);
    }
}
