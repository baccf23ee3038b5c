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

    public static (int ExitCode, string Output, string Error) Run(params IEnumerable<string> arguments) => RunBy([], arguments);

    /// <summary>Started by another program – <c>prlimit</c>, a shell with a redirection – whose last arguments are a command line.</summary>
    public static (int ExitCode, string Output, string Error) RunBy(IEnumerable<string> starter, params IEnumerable<string> arguments)
    {
        using Process process = Start([.. starter, Executable, .. arguments]);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    public static Process Start(params IEnumerable<string> arguments) => Start([Executable, .. arguments]);

    private static Process Start(string[] command) =>
        Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
