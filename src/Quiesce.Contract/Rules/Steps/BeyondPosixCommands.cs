using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>
/// Commands and options that other shells have built in. <c>local</c> and <c>echo -n</c> are not POSIX either and are let pass: dash and busybox have both, as every shell that a host
/// calls <c>sh</c> does.
/// </summary>
internal static class BeyondPosixCommands
{
    public static IEnumerable<StepFinding> In(ShellSimpleCommand command)
    {
        if (command.Words.Count == 0 || command.Words[0] is not { IsLiteral: true } name)
            yield break;

        if (InsteadOf(name.Text) is { } instead)
            yield return new(name.Range, name.Text, instead) { Edit = EditOf(command, name.Text) };

        foreach (var argument in command.Words.Skip(1).Where(word => word.IsLiteral))
        {
            if (InsteadOf(name.Text, argument.Text, argument.IsQuoted) is { } other)
                yield return new(argument.Range, name.Text + " " + argument.Text, other) { Edit = argument.Text == "==" ? new("==", "=") : null };
            if (name.Text is "echo" or "read" && !argument.Text.StartsWith("-", StringComparison.Ordinal))
                break;
        }
    }

    /// <summary>A file that is named without its folder is looked for in other places by the dot than by <c>source</c>.</summary>
    private static WordEdit? EditOf(ShellSimpleCommand command, string name)
        => name == "source" && command.Words.Count == 2 && command.Words[1].Text.IndexOf('/') >= 0 ? new("source", ".") : null;

    private static Phrase? InsteadOf(string command) => command switch
    {
        "[[" => new("use [ … ], or case for patterns"),
        "function" => new("write name() { …; }"),
        "source" => new("write a dot: . ./file"),
        "let" => new("write : $((…))"),
        "declare" or "typeset" => new("assign plainly, or use local inside a function"),
        "pushd" or "popd" or "dirs" => new("use cd inside ( … )"),
        "select" => new("nobody is there to choose"),
        "coproc" => new("use a named pipe"),
        "shopt" => new("there is no such switch in sh"),
        "mapfile" or "readarray" => new("loop with while read -r"),
        "disown" => new("start it with nohup or setsid"),
        _ => null,
    };

    private static Phrase? InsteadOf(string command, string argument, bool isQuoted) => (command, argument) switch
    {
        ("[" or "test", "==") => new("compare with ="),
        ("[" or "test", "=~") => new("match with case, grep or expr"),
        ("echo", "-e" or "-ne" or "-en") => new("use printf"),
        ("printf", "-v") => new("write name=$(printf …)"),
        ("read", _) when argument.StartsWith("-", StringComparison.Ordinal) && argument.IndexOfAny(['a', 'd', 'e', 'i', 'N', 'n', 'p', 's', 't', 'u']) > 0 => new("POSIX knows read -r alone"),
        ("export", "-f") => new("define the function where it is used"),
        ("exec", "-a" or "-c" or "-l") => new("sh cannot change what a program is called"),
        ("wait", "-n") => new("wait for the process by its number"),
        ("set", "pipefail") => new("keep each command's status, or use a temporary file"),
        ("trap", "ERR" or "DEBUG" or "RETURN") when !isQuoted => new("use set -e, or trap EXIT"),
        _ => null,
    };
}
