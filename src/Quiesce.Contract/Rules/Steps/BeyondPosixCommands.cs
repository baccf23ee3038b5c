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

    private static string? InsteadOf(string command) => command switch
    {
        "[[" => "use [ … ], or case for patterns",
        "function" => "write name() { …; }",
        "source" => "write a dot: . ./file",
        "let" => "write : $((…))",
        "declare" or "typeset" => "assign plainly, or use local inside a function",
        "pushd" or "popd" or "dirs" => "use cd inside ( … )",
        "select" => "nobody is there to choose",
        "coproc" => "use a named pipe",
        "shopt" => "there is no such switch in sh",
        "mapfile" or "readarray" => "loop with while read -r",
        "disown" => "start it with nohup or setsid",
        _ => null,
    };

    private static string? InsteadOf(string command, string argument, bool isQuoted) => (command, argument) switch
    {
        ("[" or "test", "==") => "compare with =",
        ("[" or "test", "=~") => "match with case, grep or expr",
        ("echo", "-e" or "-ne" or "-en") => "use printf",
        ("printf", "-v") => "write name=$(printf …)",
        ("read", _) when argument.StartsWith("-", StringComparison.Ordinal) && argument.IndexOfAny(['a', 'd', 'e', 'i', 'N', 'n', 'p', 's', 't', 'u']) > 0 => "POSIX knows read -r alone",
        ("export", "-f") => "define the function where it is used",
        ("exec", "-a" or "-c" or "-l") => "sh cannot change what a program is called",
        ("wait", "-n") => "wait for the process by its number",
        ("set", "pipefail") => "keep each command's status, or use a temporary file",
        ("trap", "ERR" or "DEBUG" or "RETURN") when !isQuoted => "use set -e, or trap EXIT",
        _ => null,
    };
}
