using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Quiesce.Runtime.Importing;

/// <summary>Texts as C# writes them.</summary>
internal static class CSharpLiteral
{
    private const int FewestQuotes = 3;

    /// <summary>On one line, escaped.</summary>
    public static string Of(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (char character in text)
        {
            literal.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(character) || char.IsSurrogate(character) || EndsALine(character) => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>An array of texts, as a collection expression.</summary>
    public static string OfAll(params string[] texts) => "[" + string.Join(", ", texts.Select(Of)) + "]";

    /// <summary>As a raw literal, a line a line; escaped where C# would see more line ends in it than a shell does.</summary>
    public static string Raw(string text, string indent)
    {
        if (text.Any(character => character == '\r' || EndsALine(character)))
            return indent + Of(text);

        string quotes = new('"', Math.Max(FewestQuotes, LongestRunOfQuotes(text) + 1));
        return $"{indent}{quotes}\n{string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? "" : indent + line))}\n{indent}{quotes}";
    }

    private static bool EndsALine(char character) => character is '\u0085' or '\u2028' or '\u2029';

    private static int LongestRunOfQuotes(string text)
    {
        int longest = 0, run = 0;
        foreach (char character in text)
        {
            run = character == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
