using System.Collections.Generic;

namespace Quiesce.Contract.Shell;

/// <summary>Cuts a script into tokens, and reads the here-documents between its lines.</summary>
internal sealed class ShellLexer(ShellInput input, ShellParseSession session, ShellParser parser)
{
    private List<ShellRedirection> _pendingDocuments = [];
    private bool _pushedBack;

    /// <summary>The token read last.</summary>
    public ShellToken Current { get; private set; }

    public ShellToken Read(ShellReading how = ShellReading.Plain)
    {
        var token = ReadAny(how);
        while (token.Kind == ShellTokenKind.NewLine && (how & ShellReading.SkipLines) != 0)
        {
            ReadDocuments();
            token = ReadAny(how);
        }

        if (token is { Kind: ShellTokenKind.Word, Word: { IsQuoted: false } word } && (how & ShellReading.ReservedWords) != 0)
            token = token with { Kind = ShellTokenKinds.OfWord(word.Text) };
        Current = token;
        return token;
    }

    /// <summary>The token read last comes again: perhaps as a reserved word, if the grammar then expects one.</summary>
    public void PushBack() => _pushedBack = true;

    /// <summary>A here-document starts after the line that names it.</summary>
    public void Await(ShellRedirection hereDocument) => _pendingDocuments.Add(hereDocument);

    /// <summary>Here-documents named before a command substitution are not read inside it.</summary>
    public List<ShellRedirection> SetDocumentsAside()
    {
        var aside = _pendingDocuments;
        _pendingDocuments = [];
        return aside;
    }

    public void TakeBackDocuments(List<ShellRedirection> aside) => _pendingDocuments = aside;

    public void ReadDocuments()
    {
        if (_pendingDocuments.Count == 0)
            return;

        foreach (var redirection in SetDocumentsAside())
        {
            if (session.Error is not null)
                return;
            var stripTabs = redirection.Operator.Kind == ShellRedirectionKind.HereDocumentWithoutTabs;
            redirection.Document = new ShellWordScanner(input, session, parser).ReadDocument(redirection.Target, stripTabs);
        }
    }

    private ShellToken ReadAny(ShellReading how)
    {
        if (session.Error is not null)
            return new(ShellTokenKind.EndOfInput, default);

        if (_pushedBack)
        {
            _pushedBack = false;
            return Current;
        }

        var c = input.ReadJoiningLines();
        while (c is ' ' or '\t' or '#')
        {
            if (c == '#')
                SkipComment();
            c = input.ReadJoiningLines();
        }

        return ReadOperator(c) ?? ReadWord(c, how);
    }

    private void SkipComment()
    {
        int c;
        do
            c = input.Read();
        while (c is not ('\n' or ShellInput.End));
        input.Unread();
    }

    private ShellToken? ReadOperator(int c)
    {
        var start = input.Last;
        var kind = c switch
        {
            ShellInput.End => ShellTokenKind.EndOfInput,
            '\n' => ShellTokenKind.NewLine,
            '(' => ShellTokenKind.OpenParenthesis,
            ')' => ShellTokenKind.CloseParenthesis,
            '&' => Doubled('&') ? ShellTokenKind.And : ShellTokenKind.Background,
            '|' => Doubled('|') ? ShellTokenKind.Or : ShellTokenKind.Pipe,
            ';' => Doubled(';') ? ShellTokenKind.EndOfCase : ShellTokenKind.Semicolon,
            _ => ShellTokenKind.Word,
        };
        return kind == ShellTokenKind.Word ? null : new ShellToken(kind, input.RangeFrom(start));
    }

    private bool Doubled(char c)
    {
        if (input.ReadJoiningLines() == c)
            return true;

        input.Unread();
        return false;
    }

    private ShellToken ReadWord(int c, ShellReading how)
    {
        var start = input.Last;
        if (input.ReadPlainWord() is { } plain)
        {
            var range = input.RangeFrom(start);
            return new(ShellTokenKind.Word, range, new ShellWord(range, plain, IsQuoted: false, []));
        }

        return new ShellWordScanner(input, session, parser).ReadWord(c, isDelimiter: (how & ShellReading.Delimiter) != 0);
    }
}
