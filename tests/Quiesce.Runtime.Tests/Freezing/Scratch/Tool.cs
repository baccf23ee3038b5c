using System;
using System.Diagnostics;

namespace Quiesce.Runtime.Tests.Freezing.Scratch;

/// <summary>Runs a program of the distribution and insists that it succeeds.</summary>
internal static class Tool
{
    public static string Run(string program, params string[] arguments)
    {
        (int exitCode, string output) = TryRun(program, arguments);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {output}");
    }

    public static (int ExitCode, string Output) TryRun(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
