using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace WebShop.Proof;

/// <summary>What a program printed, and how it ended.</summary>
internal sealed record ToolRun(int ExitStatus, IReadOnlyList<string> OutputLines)
{
    public static ToolRun Of(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ToolRun(process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
