using System.Collections.Generic;

namespace Quiesce.Contract.Shell;

/// <summary>The shell's grammar (POSIX XCU 2.10) by recursive descent. It never throws: after the first error every token is the end of the text, and all levels unwind.</summary>
internal sealed partial class ShellParser
{
    private readonly ShellLexer _lexer;
    private readonly ShellParseSession _session;

    public ShellParser(ShellInput input, ShellParseSession session)
    {
        _session = session;
        _lexer = new(input, session, this);
    }

    public ShellList ReadScript()
    {
        var items = new List<ShellListItem>();
        while (_lexer.Read(ShellReading.NextCommand).Kind != ShellTokenKind.EndOfInput)
        {
            _lexer.PushBack();
            items.Add(ReadItem());
            if (_lexer.Current.Kind is not (ShellTokenKind.Semicolon or ShellTokenKind.Background or ShellTokenKind.NewLine or ShellTokenKind.EndOfInput))
                Unexpected();
            else if (_lexer.Current.Kind is ShellTokenKind.NewLine or ShellTokenKind.EndOfInput)
                _lexer.PushBack();
        }

        _lexer.ReadDocuments();
        return new(items);
    }

    /// <summary>The inside of <c>$(…)</c>, and its parenthesis.</summary>
    public ShellList ReadCommandSubstitution(TextRange range)
    {
        var documents = _lexer.SetDocumentsAside();
        var commands = ReadNested(range, mayBeEmpty: true);
        if (_lexer.Read().Kind != ShellTokenKind.CloseParenthesis)
            Unexpected(ShellTokenKind.CloseParenthesis);
        _lexer.TakeBackDocuments(documents);
        return commands;
    }

    /// <summary>The inside of backquotes. A shell takes no offence at what is left over behind the last command.</summary>
    public ShellList ReadBackquoted(TextRange range)
    {
        var commands = ReadNested(range, mayBeEmpty: true);
        _lexer.ReadDocuments();
        return commands;
    }

    private ShellList ReadNested(TextRange range, bool mayBeEmpty)
    {
        if (!_session.Enter(range))
            return new([]);

        var commands = ReadList(mayBeEmpty);
        _session.Leave();
        return commands;
    }

    /// <summary>Commands up to a token that cannot continue them; that token is pushed back.</summary>
    private ShellList ReadList(bool mayBeEmpty = false)
    {
        var items = new List<ShellListItem>();
        while (true)
        {
            var next = _lexer.Read(ShellReading.NextCommand);
            _lexer.PushBack();
            if (next.Kind == ShellTokenKind.EndOfInput || ((mayBeEmpty || items.Count > 0) && next.Kind.EndsList()))
                return new(items);

            items.Add(ReadItem());
            if (_lexer.Current.Kind is not (ShellTokenKind.Semicolon or ShellTokenKind.Background))
                _lexer.PushBack();
            if (_lexer.Current.Kind is not (ShellTokenKind.Semicolon or ShellTokenKind.Background or ShellTokenKind.NewLine))
                return new(items);
        }
    }

    /// <summary>One item, and the token behind it, which is then <see cref="ShellLexer.Current"/>.</summary>
    private ShellListItem ReadItem()
    {
        var pipelines = new List<ShellPipeline> { ReadPipeline() };
        while (_lexer.Read().Kind is ShellTokenKind.And or ShellTokenKind.Or)
        {
            _lexer.Read(ShellReading.NextCommand);
            _lexer.PushBack();
            pipelines.Add(ReadPipeline());
        }

        var end = _lexer.Current;
        return new(pipelines, end.Kind == ShellTokenKind.Background ? end.Range : null);
    }

    private ShellPipeline ReadPipeline()
    {
        if (_lexer.Read().Kind == ShellTokenKind.Not)
            _lexer.Read(ShellReading.ReservedWords);
        _lexer.PushBack();

        var commands = new List<ShellCommand> { ReadCommand() };
        while (_lexer.Read().Kind == ShellTokenKind.Pipe)
        {
            _lexer.Read(ShellReading.NextCommand);
            _lexer.PushBack();
            commands.Add(ReadCommand());
        }

        _lexer.PushBack();
        return new(commands);
    }

    private void Expect(ShellTokenKind kind)
    {
        if (_lexer.Read().Kind != kind)
            Unexpected(kind);
    }

    private void Unexpected(ShellTokenKind? expected = null)
    {
        var token = _lexer.Current;
        var spelling = token is { Kind: ShellTokenKind.Word, Word.IsLiteral: true } ? Phrase.Of("'" + token.Word.Text + "'") : token.Kind.Spelling();
        _session.Fail(token.Range, expected is { } kind ? new("{0} stands where {1} is expected", spelling, kind.Spelling()) : new("{0} is unexpected", spelling));
    }
}
