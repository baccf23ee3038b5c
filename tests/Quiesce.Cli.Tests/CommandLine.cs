using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace Quiesce.Cli.Tests;

/// <summary>The real executable, as its callers start it.</summary>
internal static class CommandLine
{
    public static string Executable => Path.Combine(AppContext.BaseDirectory, "quiesce");

    public static (int ExitCode, string Output, string Error) Run(params IEnumerable<string> arguments)
    {
        using Process process = Start(arguments);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    public static Process Start(params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(Executable, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
