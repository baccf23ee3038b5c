using System.Collections.Generic;

namespace Quiesce.Contract.Shell;

internal sealed partial class ShellParser
{
    private ShellCommand ReadEnclosed(ShellCompoundKind kind, ShellTokenKind end)
    {
        var start = _lexer.Current.Range.Start;
        var body = ReadList();
        Expect(end);
        return Compound(kind, start, [], [body]);
    }

    private ShellCommand ReadIf()
    {
        var start = _lexer.Current.Range.Start;
        List<ShellList> lists = [];
        do
        {
            lists.Add(ReadList());
            Expect(ShellTokenKind.Then);
            lists.Add(ReadList());
        }
        while (_lexer.Read().Kind == ShellTokenKind.Elif);

        if (_lexer.Current.Kind == ShellTokenKind.Else)
            lists.Add(ReadList());
        else
            _lexer.PushBack();
        Expect(ShellTokenKind.Fi);
        return Compound(ShellCompoundKind.If, start, [], lists);
    }

    private ShellCommand ReadWhile()
    {
        var start = _lexer.Current.Range.Start;
        var condition = ReadList();
        var body = ReadLoopBody();
        return Compound(ShellCompoundKind.While, start, [], [condition, body]);
    }

    private ShellCommand ReadFor()
    {
        var start = _lexer.Current.Range.Start;
        var name = _lexer.Read();
        if (name is not { Kind: ShellTokenKind.Word, Word: { } variable } || !ShellNames.IsName(variable))
            _session.Fail(name.Range, new("'for' needs the name of a variable"));

        List<ShellWord> words = [];
        if (_lexer.Read(ShellReading.NextCommand).Kind == ShellTokenKind.In)
        {
            while (_lexer.Read() is { Kind: ShellTokenKind.Word, Word: { } word })
                words.Add(word);

            // A here-document named before this line's end starts here by the standard, and only after the next line for dash; so a script that needs to know is refused by it.
            if (_lexer.Current.Kind is not (ShellTokenKind.NewLine or ShellTokenKind.Semicolon))
                Unexpected();
        }
        else if (_lexer.Current.Kind != ShellTokenKind.Semicolon)
        {
            _lexer.PushBack();
        }

        _lexer.Read(ShellReading.NextCommand);
        _lexer.PushBack();
        var body = ReadLoopBody();
        return Compound(ShellCompoundKind.For, start, words, [body]);
    }

    private ShellList ReadLoopBody()
    {
        Expect(ShellTokenKind.Do);
        var body = ReadList();
        Expect(ShellTokenKind.Done);
        return body;
    }

    private ShellCommand ReadCase()
    {
        var start = _lexer.Current.Range.Start;
        List<ShellWord> words = [];
        List<ShellList> lists = [];
        if (_lexer.Read().Kind != ShellTokenKind.Word)
            Unexpected(ShellTokenKind.Word);
        else
            words.Add(_lexer.Current.Word!);
        _lexer.Read(ShellReading.NextCommand);
        _lexer.PushBack();
        Expect(ShellTokenKind.In);

        while (_session.Error is null && _lexer.Read(ShellReading.NextCommand).Kind != ShellTokenKind.Esac)
        {
            ReadPatterns(words);
            lists.Add(ReadNested(_lexer.Current.Range, mayBeEmpty: true));
            if (_lexer.Read(ShellReading.NextCommand).Kind == ShellTokenKind.Esac)
                break;
            if (_lexer.Current.Kind != ShellTokenKind.EndOfCase)
                Unexpected(ShellTokenKind.EndOfCase);
        }

        return Compound(ShellCompoundKind.Case, start, words, lists);
    }

    /// <summary>dash does not look at what stands for a pattern, only at what stands between and behind them.</summary>
    private void ReadPatterns(List<ShellWord> patterns)
    {
        if (_lexer.Current.Kind == ShellTokenKind.OpenParenthesis)
            _lexer.Read();
        while (true)
        {
            if (_lexer.Current.Word is { } pattern)
                patterns.Add(pattern);
            if (_lexer.Read().Kind != ShellTokenKind.Pipe)
                break;
            _lexer.Read();
        }

        if (_lexer.Current.Kind != ShellTokenKind.CloseParenthesis)
            Unexpected(ShellTokenKind.CloseParenthesis);
    }

    /// <summary>Every compound command may redirect; and right behind it, unlike behind a redirection, a reserved word is one.</summary>
    private ShellCommand Compound(ShellCompoundKind kind, int start, IReadOnlyList<ShellWord> words, IReadOnlyList<ShellList> lists)
    {
        var end = _lexer.Current.Range.End;
        List<ShellRedirection> redirections = [];
        var reading = ShellReading.ReservedWords;
        while (_lexer.Read(reading).Kind == ShellTokenKind.Redirection)
        {
            redirections.Add(ReadRedirection());
            end = _lexer.Current.Range.End;
            reading = ShellReading.Plain;
        }

        _lexer.PushBack();
        return new ShellCompoundCommand(kind, TextRange.Between(start, end), redirections, words, lists);
    }
}
