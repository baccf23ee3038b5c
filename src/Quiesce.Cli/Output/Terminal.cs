using System;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;

namespace Quiesce.Cli.Output;

/// <summary>What only a terminal understands, and only one whose owner wants it: see no-color.org.</summary>
internal static class Terminal
{
    private const int Red = 31;
    private const int Green = 32;
    private const int Yellow = 33;

    public const string ClearLine = "\r\e[2K";

    private static bool IsCapable => Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>Whether a line may be written over.</summary>
    public static bool IsLive => IsCapable && !Console.IsErrorRedirected;

    private static bool IsColoured => IsCapable && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Green for what can be relied on, yellow for what can be lived with, red for what cannot.</summary>
    public static string Coloured(string text, RunReport report) => Coloured(text, report switch
    {
        { Level: ConsistencyLevel.Application, Outcome.Number: 0 } => Green,
        { Level: ConsistencyLevel.Application or ConsistencyLevel.FileSystem or ConsistencyLevel.Unknown } => Yellow,
        _ => Red,
    });

    /// <inheritdoc cref="Coloured(string, RunReport)"/>
    public static string Coloured(string text, RuleSeverity severity) => Coloured(text, severity switch
    {
        RuleSeverity.Error => Red,
        RuleSeverity.Warning => Yellow,
        _ => Green,
    });

    private static string Coloured(string text, int colour) => IsColoured ? $"\e[{colour}m{text}\e[0m" : text;
}
