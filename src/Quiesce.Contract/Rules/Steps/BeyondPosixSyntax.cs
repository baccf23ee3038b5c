using System;

namespace Quiesce.Contract.Rules;

/// <summary>What other shells know and the syntax of POSIX does not: recognised by what stands around the place where a POSIX shell gives up.</summary>
internal static class BeyondPosixSyntax
{
    public static Phrase? AdviceAt(string text, int at)
    {
        var before = text.Substring(0, Math.Min(at, text.Length)).TrimEnd(' ', '\t');
        var here = at < text.Length ? text[at] : '\0';
        return here switch
        {
            '(' when before.EndsWith("=", StringComparison.Ordinal) => new("arrays are not POSIX: use the positional parameters (set -- …) or one variable a value"),
            '(' when before.EndsWith("<", StringComparison.Ordinal) || before.EndsWith(">", StringComparison.Ordinal) => new("process substitution is not POSIX: use a pipe or a temporary file"),
            '(' when EndsWithWord(before, "for") => new("the arithmetic for is not POSIX: count in a while loop with $((…))"),
            '(' when HasWord(before, "function") => new("write name() { …; } without 'function'"),
            '(' or ']' when HasWord(before, "[[") => new("[[ is not POSIX: use [ … ], or case for patterns"),
            '<' when before.EndsWith("<<", StringComparison.Ordinal) => new("here-strings are not POSIX: use a here-document, or printf '%s\\n' … | command"),
            '&' when before.EndsWith("|", StringComparison.Ordinal) => new("|& is not POSIX: use 2>&1 |"),
            '&' when before.EndsWith(";", StringComparison.Ordinal) => new("falling through with ;& is not POSIX: repeat the commands, or call a function"),
            '}' when HasWord(before, "function") => new("write name() { …; } without 'function'"),
            'd' when HasWord(before, "select") => new("select is not POSIX, and nobody is there to choose"),
            _ => null,
        };
    }

    private static bool EndsWithWord(string text, string word)
        => text.EndsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || IsBetweenWords(text[text.Length - word.Length - 1]));

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || IsBetweenWords(text[at - 1])) && end < text.Length && IsBetweenWords(text[end]))
                return true;
        }

        return false;
    }

    private static bool IsBetweenWords(char c) => c is ' ' or '\t' or '\n' or ';' or '&' or '|' or '(';
}
