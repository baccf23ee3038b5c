using System.Collections.Generic;
using System.Text;

namespace Quiesce.Contract.Shell;

/// <summary>
/// Reads one word, or one here-document, with its quotes and expansions (POSIX XCU 2.2, 2.3, 2.6, 2.7.4).
/// Where the standard leaves room the reading is dash's, down to when a quote inside <c>"${x:-…}"</c> closes.
/// </summary>
internal sealed partial class ShellWordScanner(ShellInput input, ShellParseSession session, ShellParser parser)
{
    private readonly StringBuilder _text = new();
    private readonly List<ShellExpansion> _expansions = [];
    private ShellQuoteLevel _level = new(ShellQuoting.None, outer: null, isDoubleQuoted: false);
    private string? _delimiter;
    private bool _stripTabs;
    private bool _isDelimiter;
    private bool _isQuoted;

    /// <summary>Reads the word that starts with a character read already; or, where it turns out to be one, a redirection.</summary>
    public ShellToken ReadWord(int first, bool isDelimiter)
    {
        var start = input.Last;
        _isDelimiter = isDelimiter;
        var last = Scan(first);
        CheckEnd(start);

        if (last is '<' or '>' && !_isQuoted && _expansions.Count == 0 && IsDescriptor())
            return ReadRedirection(last, start);

        input.Unread();
        var range = input.RangeFrom(start);
        return new(ShellTokenKind.Word, range, new ShellWord(range, _text.ToString(), _isQuoted, _expansions));
    }

    /// <summary>Reads the here-document that starts here, up to and with the line of its delimiter. One that never ends, ends with the script.</summary>
    public ShellWord ReadDocument(ShellWord delimiter, bool stripTabs)
    {
        _delimiter = delimiter.Text;
        _stripTabs = stripTabs;
        _level = delimiter.IsQuoted ? new(ShellQuoting.Single, outer: null, isDoubleQuoted: false) : new(ShellQuoting.Double, outer: null, isDoubleQuoted: true);
        var first = delimiter.IsQuoted ? input.Read() : input.ReadJoiningLines();
        var start = input.Last;
        Scan(first);
        CheckEnd(start);
        return new(input.RangeFrom(start), _text.ToString(), _isQuoted, _expansions);
    }

    private bool InDocument => _delimiter is not null;

    /// <summary>Reads on until something ends the word, and returns that: it belongs to the next token.</summary>
    private int Scan(int c)
    {
        var atLineStart = true;
        while (true)
        {
            if (atLineStart && InDocument && EndsDocument(ref c))
                return ShellInput.End;
            if (!Take(c))
                return c;

            atLineStart = c == '\n';
            c = _level.Quoting == ShellQuoting.Single ? input.Read() : input.ReadJoiningLines();
        }
    }

    private bool EndsDocument(ref int c)
    {
        while (_stripTabs && c == '\t')
            c = input.Read();
        return input.SkipDelimiterLine(_delimiter!);
    }

    private bool Take(int c)
    {
        if (c == ShellInput.End || session.Error is not null)
            return false;

        switch (_level.Quoting)
        {
            case ShellQuoting.None when EndsPlainWord(c) && _level.OpenExpansions == 0:
                return false;
            case ShellQuoting.Single when c != '\'':
                Append(c);
                return true;
        }

        switch (c)
        {
            case '\\':
                TakeEscaped();
                break;
            case '\'' when _level.Quoting == ShellQuoting.None:
                _level.Quoting = ShellQuoting.Single;
                break;
            case '\'' when _level.Quoting == ShellQuoting.Single:
            case '"' when _level.Quoting == ShellQuoting.Double:
                CloseQuotes(c);
                break;
            case '"' when _level.Quoting == ShellQuoting.None:
                _level.Quoting = ShellQuoting.Double;
                _level.IsDoubleQuoted = true;
                ToggleInnerQuotes();
                break;
            case '$':
                TakeDollar();
                break;
            case '`' when !_isDelimiter:
                TakeBackquotes();
                break;
            case '}':
                TakeClosingBrace();
                break;
            case '(' when _level.Quoting == ShellQuoting.Arithmetic:
                _level.OpenParentheses++;
                Append(c);
                break;
            case ')' when _level.Quoting == ShellQuoting.Arithmetic:
                TakeClosingParenthesis();
                break;
            default:
                Append(c);
                break;
        }

        return true;
    }

    private static bool EndsPlainWord(int c) => c is '\n' or ' ' or '\t' or '<' or '>' or '(' or ')' or ';' or '&' or '|';

    private void Append(int c) => _text.Append((char)c);

    private void TakeEscaped()
    {
        var c = input.Read();
        if (c == ShellInput.End)
        {
            Append('\\');
            input.Unread();
            return;
        }

        var keepsBackslash = _level.IsDoubleQuoted
            && c is not ('\\' or '`' or '$')
            && (c != '"' || (InDocument && _level.OpenExpansions == 0))
            && (c != '}' || _level.OpenExpansions == 0);
        if (keepsBackslash)
            Append('\\');
        Append(c);
        _isQuoted = true;
    }

    private void CloseQuotes(int c)
    {
        if (InDocument && _level.OpenExpansions == 0)
        {
            Append(c);
            return;
        }

        if (_level.OpenQuotedExpansions == 0)
        {
            _level.Quoting = ShellQuoting.None;
            _level.IsDoubleQuoted = false;
        }

        _isQuoted = true;
        if (c == '"')
            ToggleInnerQuotes();
    }

    private void ToggleInnerQuotes()
    {
        if (_level.OpenExpansions > 0)
            _level.InInnerQuotes = !_level.InInnerQuotes;
    }

    private void CheckEnd(int start)
    {
        if (_level.Quoting == ShellQuoting.Arithmetic)
            session.Fail(input.RangeFrom(start), new("'$((' is not closed by '))'"));
        else if (_level.Quoting != ShellQuoting.None && !InDocument)
            session.Fail(input.RangeFrom(start), _level.Quoting == ShellQuoting.Single ? new("a ' is not closed") : new("a \" is not closed"));
        else if (_level.OpenExpansions > 0)
            session.Fail(input.RangeFrom(start), new("'${' is not closed by '}'"));
    }
}
