using System;
using System.Linq;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>Programs that start another one, which they are told by their arguments.</summary>
internal static class CommandStarter
{
    /// <summary>At which word of the command the started program begins, or 0 when this one starts none.</summary>
    public static int OperandsOf(StepCommand command)
    {
        var (valued, operands) = command.Name switch
        {
            "command" or "exec" or "nohup" or "setsid" or "env" or "stdbuf" or "time" => ("u", 0),
            "nice" => ("n", 0),
            "ionice" => ("cn", 0),
            "timeout" => ("ks", 1),
            "sudo" => ("CDghpRrTtUu", 0),
            "runuser" => ("gGsuw", 0),
            "flock" => ("wE", 1),
            _ => ("", -1),
        };
        return operands < 0 ? 0 : Start(command, valued, operands);
    }

    /// <summary>The text that a shell, or a program that calls one, is told to run.</summary>
    public static ShellWord? ScriptOf(StepCommand command)
    {
        if (command.Name is not ("sh" or "dash" or "bash" or "su" or "runuser"))
            return null;

        for (var i = 0; i + 1 < command.Arguments.Count; i++)
        {
            var option = command.Arguments[i].Text;
            if (option == "--command" || (option.Length > 1 && option[0] == '-' && option[1] != '-' && option.EndsWith("c", StringComparison.Ordinal)))
                return command.Arguments[i + 1];
        }

        return null;
    }

    /// <param name="command">What starts another program.</param>
    /// <param name="valued">Its short options that take the next word as their value.</param>
    /// <param name="operands">How many words of its own follow the options.</param>
    private static int Start(StepCommand command, string valued, int operands)
    {
        var i = 0;
        for (; i < command.Arguments.Count; i++)
        {
            var word = command.Arguments[i];
            if (word.Is("--"))
                return Beyond(command, i + 1 + operands);
            if (word.Text.StartsWith("-", StringComparison.Ordinal))
                i += word.Text.Length == 2 && valued.Contains(word.Text[1]) ? 1 : 0;
            else if (!(command.Name is "env" or "sudo" && word.IsAssignment))
                break;
        }

        return Beyond(command, i + operands);
    }

    private static int Beyond(StepCommand command, int argument) => argument < command.Arguments.Count ? argument + 1 : 0;
}
