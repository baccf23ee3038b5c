using System;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;

namespace Quiesce.Cli.Output;

/// <summary>What only a terminal understands, and only one whose owner wants it: see no-color.org.</summary>
internal static class Terminal
{
    public const string ClearLine = "\r\e[2K";

    private static bool IsCapable => Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>Whether a line may be written over.</summary>
    public static bool IsLive => IsCapable && !Console.IsErrorRedirected;

    private static bool IsColoured => IsCapable && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Green for what can be relied on, yellow for what can be lived with, red for what cannot.</summary>
    public static string Coloured(string text, RunReport report)
    {
        int colour = report switch
        {
            { Level: ConsistencyLevel.Application, Outcome.Number: 0 } => 32,
            { Level: ConsistencyLevel.Application or ConsistencyLevel.FileSystem or ConsistencyLevel.Unknown } => 33,
            _ => 31,
        };
        return IsColoured ? $"\e[{colour}m{text}\e[0m" : text;
    }
}
