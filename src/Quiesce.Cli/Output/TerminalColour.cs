using System;
using Quiesce.Contract.Rules;

namespace Quiesce.Cli.Output;

/// <summary>Colours for a person at a terminal, and for nobody else: what is piped or stored stays plain. (NO_COLOR: https://no-color.org.)</summary>
internal static class TerminalColour
{
    private static readonly bool s_isWanted =
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb");

    public static string Of(RuleSeverity severity, string text) => severity switch
    {
        _ when !s_isWanted => text,
        RuleSeverity.Error => Escaped("31", text),
        RuleSeverity.Warning => Escaped("33", text),
        _ => Escaped("32", text),
    };

    private static string Escaped(string colour, string text) => $"\e[{colour}m{text}\e[0m";
}
