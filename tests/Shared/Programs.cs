using System;
using System.Diagnostics;

namespace Quiesce.Tests.Shared;

/// <summary>Runs a program that must succeed.</summary>
internal static class Programs
{
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit status {process.ExitCode}\n{error.Result}{output}");
    }
}
