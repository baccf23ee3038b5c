using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Installation;

/// <summary>Runs a compiled <c>install.sh</c>. It alone knows how a profile is put in place and taken away, so that a machine with this program and one without end up alike.</summary>
internal static class InstallScript
{
    /// <summary>Copies of a few small files: whatever takes longer waits for a disk that does not answer.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    /// <summary>The script itself chooses its PATH; who asked for the installation is for its record.</summary>
    private static string[] Environment =>
    [
        "LC_ALL=C",
        .. System.Environment.GetEnvironmentVariable("SUDO_USER") is { } user ? (string[])[$"SUDO_USER={user}"] : [],
    ];

    public static InstallScriptResult Run(string script, HostPlaces root, bool dryRun, bool undo)
    {
        List<string> command = ["/bin/sh", script];
        if (!root.IsThisMachine)
            command.AddRange(["--root", root.Root]);
        if (dryRun)
            command.Add("--dry-run");
        if (undo)
            command.Add("--undo");

        using SessionProcess process = SessionProcess.Start(new ProgramStart(command, Environment, WorkingFolder: "/"));
        var wait = new ProgramWait(process) { DeadlineInMilliseconds = MonotonicClock.NowInMilliseconds + s_limit.TotalMilliseconds };
        if (wait.Run() != ProgramWaitEnd.Exited)
            throw new TimeoutException($"{script} has not ended within {s_limit.TotalSeconds:F0} s, and goes on by itself");
        process.StandardOutput.ReadRest();
        process.StandardError.ReadRest();
        return new InstallScriptResult(process.ExitStatus, Lines(process.StandardOutput.Text), Lines(process.StandardError.Text));
    }

    private static string[] Lines(string printed) => [.. printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(WithoutItsName)];

    private static string WithoutItsName(string line) => line.StartsWith("install.sh: ", StringComparison.Ordinal) ? line["install.sh: ".Length..] : line;
}

/// <summary>How the script ended, and what it said.</summary>
internal sealed record InstallScriptResult(int ExitStatus, IReadOnlyList<string> Said, IReadOnlyList<string> Complained)
{
    /// <summary>As <c>install.sh --help</c> says.</summary>
    private const int RunUnderWay = 3;

    public InstallationEnd End => ExitStatus switch
    {
        0 => InstallationEnd.Done,
        RunUnderWay => InstallationEnd.RunUnderWay,
        _ => InstallationEnd.Failed,
    };
}
