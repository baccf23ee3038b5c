using System.Collections.Generic;

namespace Quiesce.Contract.Shell;

internal sealed partial class ShellParser
{
    private ShellCommand ReadCommand()
    {
        var first = _lexer.Read();
        if (!_session.Enter(first.Range))
            return Nothing;

        var command = first.Kind switch
        {
            ShellTokenKind.If => ReadIf(),
            ShellTokenKind.While or ShellTokenKind.Until => ReadWhile(),
            ShellTokenKind.For => ReadFor(),
            ShellTokenKind.Case => ReadCase(),
            ShellTokenKind.OpenParenthesis => ReadEnclosed(ShellCompoundKind.Subshell, ShellTokenKind.CloseParenthesis),
            ShellTokenKind.OpenBrace => ReadEnclosed(ShellCompoundKind.Group, ShellTokenKind.CloseBrace),
            ShellTokenKind.Word or ShellTokenKind.Redirection => ReadSimple(),
            _ => NoCommand(),
        };
        _session.Leave();
        return command;
    }

    /// <summary>What stands in the tree where an error is.</summary>
    private static ShellCommand Nothing { get; } = new ShellSimpleCommand(default, [], [], []);

    private ShellCommand NoCommand()
    {
        Unexpected();
        return Nothing;
    }

    private ShellCommand ReadSimple()
    {
        var start = _lexer.Current.Range.Start;
        var end = start;
        List<ShellWord> assignments = [];
        List<ShellWord> words = [];
        List<ShellRedirection> redirections = [];
        _lexer.PushBack();
        while (_lexer.Read().Kind is ShellTokenKind.Word or ShellTokenKind.Redirection)
        {
            if (_lexer.Current.Kind == ShellTokenKind.Redirection)
                redirections.Add(ReadRedirection());
            else if (words.Count == 0 && _lexer.Current.Word!.IsAssignment)
                assignments.Add(_lexer.Current.Word);
            else
                words.Add(_lexer.Current.Word!);
            end = _lexer.Current.Range.End;
        }

        if (_lexer.Current.Kind == ShellTokenKind.OpenParenthesis && words.Count == 1 && assignments.Count == 0 && redirections.Count == 0)
            return ReadFunction(words[0], start);

        _lexer.PushBack();
        var command = new ShellSimpleCommand(TextRange.Between(start, end), redirections, assignments, words);
        if (_session.Error is null)
            _session.SimpleCommands.Add(command);
        return command;
    }

    private ShellCommand ReadFunction(ShellWord name, int start)
    {
        Expect(ShellTokenKind.CloseParenthesis);
        if (!ShellNames.IsName(name) || ShellNames.IsSpecialBuiltIn(name.Text))
            _session.Fail(name.Range, new("'{0}' cannot be a function's name", name.Text));

        _lexer.Read(ShellReading.NextCommand);
        _lexer.PushBack();
        var body = ReadCommand();
        return new ShellFunction(TextRange.Between(start, body.Range.End), name.Text, body);
    }

    private ShellRedirection ReadRedirection()
    {
        var head = _lexer.Current;
        var target = _lexer.Read(head.Redirection.IsHereDocument ? ShellReading.Delimiter : ShellReading.Plain);
        if (target is not { Kind: ShellTokenKind.Word, Word: { } word })
        {
            Unexpected();
            word = new(target.Range, "", IsQuoted: false, []);
        }

        var redirection = new ShellRedirection(head.Redirection, head.Range, word);
        if (head.Redirection.IsHereDocument)
            _lexer.Await(redirection);
        return redirection;
    }
}
