using System;

namespace Quiesce.Contract.Tests.Shell;

/// <summary>Breaks a script in one to three places, as typing does: something is left out, doubled, moved, cut off, or put where it means something else.</summary>
internal sealed class ShellMutation(Random random)
{
    private const int MaxBreaks = 3;

    private static readonly string[] Insertions =
    [
        "'", "\"", "`", "\\", "$", "${", "}", "$(", ")", "$((", "))", "(", "{", " { ", " }", ";", ";;", "&", "&&", "|", "||", "<", ">", "<<E ", "<<-E ", "\nE\n", ">&", "2>", "#", " # ", "\n", " ", "\t", "\\\n", "=",
        " if ", " then ", "fi ", " do ", "done ", " for ", " in ", " case ", "esac ", " while ", "! ", "x() ", ":", "-", "%", "x", "1", "*", "[", "]",
    ];

    public string Of(string script)
    {
        for (var breaks = 1 + random.Next(MaxBreaks); breaks > 0; breaks--)
            script = Break(script);
        return script;
    }

    private string Break(string script)
    {
        var at = random.Next(script.Length + 1);
        var length = Math.Min(random.Next(1, 5), script.Length - at);
        var piece = script.Substring(at, length);
        return random.Next(5) switch
        {
            0 => script.Remove(at, length),
            1 => script.Insert(at, piece),
            2 => script.Remove(at, length).Insert(random.Next(script.Length - length + 1), piece),
            3 when script.Length < 40 => script[..at],
            _ => script.Insert(at, Insertions[random.Next(Insertions.Length)]),
        };
    }
}
