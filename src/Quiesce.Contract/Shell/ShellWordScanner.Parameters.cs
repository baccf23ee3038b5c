namespace Quiesce.Contract.Shell;

internal sealed partial class ShellWordScanner
{
    /// <summary>How much of a parameter expansion its head tells.</summary>
    private enum ParameterForm
    {
        /// <summary><c>$x</c> and <c>${x}</c>: read to the end.</summary>
        Complete,

        /// <summary><c>${x:-</c>, <c>${#x</c> and the like: what follows up to the <c>}</c> is part of it.</summary>
        Open,

        /// <summary><c>${x%</c> and <c>${x#</c>: open, and what follows is a pattern with quotes of its own.</summary>
        OpenPattern,

        /// <summary>Open, and no shell of the standard knows it.</summary>
        OpenAndBad,
    }

    private void TakeParameter(int c, int start)
    {
        var form = c == '{' ? ReadBracedParameter() : ReadBareParameter(c);
        _expansions.Add(new(form == ParameterForm.OpenAndBad ? ShellExpansionKind.BadParameter : ShellExpansionKind.Parameter, input.RangeFrom(start)));
        _text.Append(input.Since(start));
        if (form == ParameterForm.Complete)
            return;

        var quoting = form == ParameterForm.OpenPattern ? ShellQuoting.None
            : _level.Quoting == ShellQuoting.Arithmetic ? ShellQuoting.Double
            : _level.Quoting;
        if (quoting != _level.Quoting || _level.InInnerQuotes)
            _level = new(quoting, _level, isDoubleQuoted: quoting != ShellQuoting.None) { EndsWithExpansion = true };

        _level.OpenExpansions++;
        if (_level.IsDoubleQuoted)
            _level.OpenQuotedExpansions++;
    }

    private ParameterForm ReadBareParameter(int c)
    {
        var first = c;
        c = input.ReadJoiningLines();
        while (ShellNames.StartsName(first) && ShellNames.ContinuesName(c))
            c = input.ReadJoiningLines();
        input.Unread();
        return ParameterForm.Complete;
    }

    private ParameterForm ReadBracedParameter()
    {
        var c = input.ReadJoiningLines();
        if (c == '#')
            return ReadLengthOrHash();
        if (ShellNames.StartsName(c) || ShellNames.IsDigit(c))
            return ReadOperator(SkipName(c));
        if (ShellNames.IsSpecialParameter(c))
            return ReadOperator(input.ReadJoiningLines());

        // Neither a name nor a parameter. A shell takes one character all the same before it looks for the end, except where that end is next.
        if (c != '}')
            input.ReadJoiningLines();
        input.Unread();
        return ParameterForm.OpenAndBad;
    }

    /// <summary><c>${#x}</c> is a length; <c>${#}</c>, <c>${#-x}</c> and <c>${##x}</c> are about the parameter <c>#</c>.</summary>
    private ParameterForm ReadLengthOrHash()
    {
        var c = input.ReadJoiningLines();
        if (ShellNames.StartsName(c) || ShellNames.IsDigit(c))
        {
            c = SkipName(c);
            input.Unread();
            return c == '}' ? ParameterForm.Open : ParameterForm.OpenAndBad;
        }

        var parameter = c;
        c = input.ReadJoiningLines();
        if (parameter == '}' || c != '}')
        {
            input.Unread();
            return ReadOperator(parameter);
        }

        input.Unread();
        return ShellNames.IsSpecialParameter(parameter) ? ParameterForm.Open : ParameterForm.OpenAndBad;
    }

    /// <summary>Reads a name, or the digits of a positional parameter, and returns what follows.</summary>
    private int SkipName(int c)
    {
        var isName = ShellNames.StartsName(c);
        do
            c = input.ReadJoiningLines();
        while (isName ? ShellNames.ContinuesName(c) : ShellNames.IsDigit(c));
        return c;
    }

    private ParameterForm ReadOperator(int c)
    {
        switch (c)
        {
            case '}':
                return ParameterForm.Complete;
            case '-' or '+' or '?' or '=':
                return ParameterForm.Open;
            case ':':
                return input.ReadJoiningLines() is '-' or '+' or '?' or '=' ? ParameterForm.Open : ParameterForm.OpenAndBad;
            case '%' or '#':
                if (input.ReadJoiningLines() != c)
                    input.Unread();
                return ParameterForm.OpenPattern;
            default:
                return ParameterForm.OpenAndBad;
        }
    }
}
