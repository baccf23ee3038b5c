using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Quiesce.Contract.Shell;

namespace Quiesce.Analyzers;

/// <summary>
/// Finds the part of a step's text in the C# literal that holds it, so that the squiggle sits on the very command. Where text and source do not run side by side – a concatenation, a named
/// constant, a numeric escape – the whole value is blamed; the message has line and column of the text in any case.
/// </summary>
internal static class StepTextLocator
{
    public static Location Locate(ExpressionSyntax value, TextRange range)
    {
        if (range.Length == 0 || value is not LiteralExpressionSyntax { Token: var token } || OffsetOf(token, range.Start) is not { } start || OffsetOf(token, range.End) is not { } end)
            return value.GetLocation();

        // A literal that is still being typed need not have the length its text promises.
        return start < end && end <= token.Span.Length
            ? Location.Create(value.SyntaxTree, TextSpan.FromBounds(token.SpanStart + start, token.SpanStart + end))
            : value.GetLocation();
    }

    private static int? OffsetOf(SyntaxToken token, int offset) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken when token.Text[0] == '@' => OffsetInVerbatim(token.Text, offset),
        SyntaxKind.StringLiteralToken => OffsetInRegular(token.Text, offset),
        SyntaxKind.SingleLineRawStringLiteralToken => QuotesOf(token.Text) + offset,
        SyntaxKind.MultiLineRawStringLiteralToken => OffsetInLines(token.Text, TextPosition.Of(token.ValueText.Replace("\r\n", "\n"), offset)),
        _ => null,
    };

    private static int? OffsetInRegular(string source, int offset)
    {
        var at = 1;
        for (; offset > 0 && at < source.Length; offset--)
        {
            if (source[at] == '\\' && at + 1 < source.Length && source[at + 1] is 'u' or 'U' or 'x')
                return null;
            at += source[at] == '\\' ? 2 : 1;
        }

        return at;
    }

    private static int? OffsetInVerbatim(string source, int offset)
    {
        var at = 2;
        for (; offset > 0 && at < source.Length; offset--)
            at += source[at] is '"' || (source[at] == '\r' && at + 1 < source.Length && source[at + 1] == '\n') ? 2 : 1;
        return at;
    }

    /// <summary>The lines of the text are those between the quotes' lines, without the indentation of the last.</summary>
    private static int? OffsetInLines(string source, TextPosition position)
    {
        var indentation = source.Length - QuotesOf(source) - source.LastIndexOf('\n') - 1;
        var at = 0;
        for (var line = 0; line < position.Line; line++)
            at = source.IndexOf('\n', at) + 1;
        return at + indentation + position.Column - 1;
    }

    private static int QuotesOf(string source)
    {
        var count = 0;
        while (count < source.Length && source[count] == '"')
            count++;
        return count;
    }
}
