using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>Words, assignments and redirections that POSIX reads otherwise than bash does.</summary>
internal static class BeyondPosixWords
{
    public static IEnumerable<StepFinding> In(ShellSimpleCommand command)
    {
        if (command.Words.Count > 0 && command.Words[0] is { IsQuoted: false } first && AssignmentOf(first) is var (what, instead))
            yield return new(first.Range, what, instead);

        foreach (var redirection in command.Redirections)
        {
            if (redirection.Operator.Kind == ShellRedirectionKind.DuplicateOutput && redirection.Target is { IsLiteral: true, Text: not "-" } target && !target.Text.All(char.IsDigit))
                yield return new(redirection.Range, ">&" + target.Text, new Phrase("write >{0} 2>&1", target.Text));
        }

        var words = command.Assignments.Concat(command.Words)
            .Concat(command.Redirections.Select(redirection => redirection.Target))
            .Concat(command.Redirections.Where(redirection => redirection.Document is not null).Select(redirection => redirection.Document!));
        foreach (var finding in words.SelectMany(Expansions))
            yield return finding;

        foreach (var word in command.Words.Where(word => !word.IsQuoted && HasBraceList(word.Text)))
            yield return new(word.Range, word.Text, new Phrase("sh passes the braces on as they are: write the words out"));
    }

    private static IEnumerable<StepFinding> Expansions(ShellWord word)
    {
        foreach (var expansion in word.Expansions)
        {
            if (expansion.Kind == ShellExpansionKind.BadParameter)
                yield return new(expansion.Range, new Phrase("this ${…}"), new Phrase("sh stops at it with 'Bad substitution': use %, #, :- and the like, or cut, tr and sed"));
            else if (expansion.Kind == ShellExpansionKind.DollarQuote)
                yield return new(expansion.Range, new Phrase("$ in front of a quote"), new Phrase("use \"$(printf …)\""));
        }

        if (!word.IsQuoted && word.Text.IndexOf("$[", StringComparison.Ordinal) >= 0)
            yield return new(word.Range, "$[…]", new Phrase("write $((…))"));
    }

    /// <summary>What bash would take for an assignment, and sh takes for a command's name.</summary>
    private static (Phrase What, Phrase Instead)? AssignmentOf(ShellWord word)
    {
        var name = ShellNames.LengthOfName(word.Text);
        if (name == 0 || name + 1 >= word.Text.Length)
            return null;
        if (word.Text[name] == '+' && word.Text[name + 1] == '=')
            return (Phrase.Of("+="), new("write {0}=${0}…", word.Text.Substring(0, name)));
        if (word.Text[name] == '[' && word.Text.IndexOf("]=", StringComparison.Ordinal) > name)
            return (new("an array"), new("use the positional parameters (set -- …) or one variable a value"));
        return null;
    }

    /// <summary><c>{a,b}</c> or <c>{1..3}</c>, but not <c>${…}</c>, <c>{}</c> or a lone brace.</summary>
    private static bool HasBraceList(string text)
    {
        for (var close = text.IndexOf('}'); close > 0; close = text.IndexOf('}', close + 1))
        {
            var open = text.LastIndexOf('{', close);
            if (open < 0)
                continue;
            var inside = text.Substring(open + 1, close - open - 1);
            if ((open == 0 || text[open - 1] != '$') && (inside.IndexOf(',') >= 0 || inside.IndexOf("..", StringComparison.Ordinal) > 0))
                return true;
        }

        return false;
    }
}
