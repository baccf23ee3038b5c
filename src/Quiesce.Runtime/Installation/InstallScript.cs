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

    /// <summary>As timeout(1) has it.</summary>
    private const int NotEnded = 124;

    /// <summary>The script itself chooses its PATH; who asked for the installation is for its record.</summary>
    private static string[] Environment =>
    [
        "LC_ALL=C",
        .. System.Environment.GetEnvironmentVariable("SUDO_USER") is { } user ? (string[])[$"SUDO_USER={user}"] : [],
    ];

    /// <param name="script">The script.</param>
    /// <param name="root">The machine on which it is to work.</param>
    /// <param name="dryRun">Only say what would be done.</param>
    /// <param name="undo">Take away instead of putting in place.</param>
    /// <param name="limit">How long it may take; a minute where nothing else is said.</param>
    public static InstallScriptResult Run(string script, HostPlaces root, bool dryRun, bool undo, TimeSpan? limit = null)
    {
        List<string> command = ["/bin/sh", script];
        if (!root.IsThisMachine)
            command.AddRange(["--root", root.Root]);
        if (dryRun)
            command.Add("--dry-run");
        if (undo)
            command.Add("--undo");

        string mark = $"QUIESCE_SCRIPT={Guid.NewGuid():N}/install";
        using SessionProcess process = SessionProcess.Start(new ProgramStart(command, [.. Environment, mark], WorkingFolder: "/"));
        TimeSpan most = limit ?? s_limit;
        var wait = new ProgramWait(process) { DeadlineInMilliseconds = MonotonicClock.NowInMilliseconds + most.TotalMilliseconds };
        ProgramWaitEnd end = wait.Run();
        // Nobody reads its pipes from here on: its next line would end it anyway, wherever it stands.
        IReadOnlyList<int> left = end == ProgramWaitEnd.Exited ? [] : SessionEnd.Of(process, mark, SessionEnd.MostGrace);
        process.StandardOutput.ReadRest();
        process.StandardError.ReadRest();
        string[] complaints = Lines(process.StandardError.Text);
        return end == ProgramWaitEnd.Exited
            ? new InstallScriptResult(process.ExitStatus, Lines(process.StandardOutput.Text), complaints)
            : new InstallScriptResult(NotEnded, Lines(process.StandardOutput.Text), [.. complaints, TextOf(most, left)]);
    }

    private static string TextOf(TimeSpan limit, IReadOnlyList<int> left) => left.Count == 0
        ? $"it had not ended within {limit.TotalSeconds:F0} s, and was ended; what it was at may be half done: look for a disk that does not answer, and do it again"
        : $"it has not ended within {limit.TotalSeconds:F0} s, and cannot be ended (process {string.Join(", ", left)}): a disk does not answer";

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
