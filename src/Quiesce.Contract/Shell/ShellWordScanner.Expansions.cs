using System.Collections.Generic;
using System.Text;

namespace Quiesce.Contract.Shell;

internal sealed partial class ShellWordScanner
{
    private void TakeDollar()
    {
        var start = input.Last;
        var c = input.ReadJoiningLines();
        if (_isDelimiter || !(c is '(' or '{' || ShellNames.StartsName(c) || ShellNames.IsSpecialParameter(c)))
        {
            Append('$');
            input.Unread();
            if (c is '\'' or '"' && _level.Quoting == ShellQuoting.None)
                _expansions.Add(new(ShellExpansionKind.DollarQuote, input.RangeFrom(start)));
        }
        else if (c == '(')
        {
            TakeDollarParenthesis(start);
        }
        else
        {
            TakeParameter(c, start);
        }
    }

    private void TakeDollarParenthesis(int start)
    {
        if (input.ReadJoiningLines() == '(')
        {
            _level = new(ShellQuoting.Arithmetic, _level, isDoubleQuoted: true);
            _expansions.Add(new(ShellExpansionKind.Arithmetic, input.RangeFrom(start)));
        }
        else
        {
            input.Unread();
            var commands = parser.ReadCommandSubstitution(input.RangeFrom(start));
            _expansions.Add(new(ShellExpansionKind.Command, input.RangeFrom(start), commands));
        }

        _text.Append(input.Since(start));
    }

    private void TakeClosingParenthesis()
    {
        Append(')');
        if (_level.OpenParentheses > 0)
        {
            _level.OpenParentheses--;
            return;
        }

        if (input.ReadJoiningLines() == ')')
        {
            Append(')');
            _level = _level.Outer!;
        }
        else
        {
            // One too many inside: what the expression means is not decided before it runs.
            input.Unread();
        }
    }

    private void TakeClosingBrace()
    {
        Append('}');
        if (_level.InInnerQuotes || _level.OpenExpansions == 0)
            return;

        _level.OpenExpansions--;
        if (_level.OpenExpansions == 0 && _level.EndsWithExpansion)
            _level = _level.Outer!;
        else if (_level.OpenQuotedExpansions > 0)
            _level.OpenQuotedExpansions--;
    }

    /// <summary>
    /// The inside of backquotes is read twice: up to the next bare backquote, dropping the backslashes that only guard it, and then as a script of its own.
    /// Each nesting needs twice the backslashes of the one around it, so all the readings together stay within the text's length times its logarithm.
    /// </summary>
    private void TakeBackquotes()
    {
        var start = input.Last;
        var inside = new StringBuilder();
        var offsets = new List<int>();
        int c;
        while ((c = input.ReadJoiningLines()) is not ('`' or ShellInput.End))
        {
            if (c == '\\')
            {
                var backslash = input.Last;
                c = input.Read();
                if (c is not ('\\' or '`' or '$') && !(c == '"' && _level.IsDoubleQuoted))
                {
                    inside.Append('\\');
                    offsets.Add(input.SourceOffset(backslash));
                }

                if (c == ShellInput.End)
                    break;
            }

            inside.Append((char)c);
            offsets.Add(input.SourceOffset(input.Last));
        }

        var range = input.RangeFrom(start);
        if (c == ShellInput.End)
        {
            session.Fail(range, new("a ` is not closed"));
            return;
        }

        offsets.Add(input.SourceOffset(input.Last));
        var reader = new ShellParser(new ShellInput(inside.ToString(), offsets.ToArray()), session);
        _expansions.Add(new(ShellExpansionKind.Command, range, reader.ReadBackquoted(range)));
        _text.Append(input.Since(start));
    }
}
