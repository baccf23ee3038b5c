using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Quiesce.Contract.Shell;

/// <summary>A text as a POSIX shell reads it. Its verdicts are dash's: a test compares them over a corpus.</summary>
/// <param name="Text">The script.</param>
/// <param name="Body">What it does; up to the error, when there is one.</param>
/// <param name="SimpleCommands">Every simple command that was read to its end, however deep.</param>
/// <param name="Error">Why no shell would run it, or <see langword="null"/>.</param>
internal sealed record ShellScript(string Text, ShellList Body, IReadOnlyList<ShellSimpleCommand> SimpleCommands, ShellSyntaxError? Error)
{
    // Several rules judge one step, and the IDE asks again and again about a text that did not change.
    private static readonly ConditionalWeakTable<string, ShellScript> Known = new();

    public static ShellScript Of(string text) => Known.GetValue(text, Parse);

    public static ShellScript Parse(string text)
    {
        var session = new ShellParseSession();
        var body = new ShellParser(new ShellInput(text), session).ReadScript();
        return new(text, body, session.SimpleCommands, session.Error);
    }

    public TextPosition PositionOf(TextRange range) => TextPosition.Of(Text, range.Start);
}
