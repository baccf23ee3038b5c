using System;
using System.CommandLine;
using System.IO;
using Quiesce.Cli.Output;
using Quiesce.Runtime;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Logging;
using Quiesce.Runtime.Metrics;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;

namespace Quiesce.Cli.Verbs;

/// <summary>Carries a run out, or says what it would do, and tells of it wherever it is to be told: on the terminal, in the machine's log, in the history, as metrics, in a file.</summary>
internal static class RunExecution
{
    public static int Execute(ParseResult parsed, RunRequest request, string? metrics) =>
        RunArguments.IsDryRun(parsed) ? Preview(parsed, request) : Carry(parsed, request, metrics);

    private static int Preview(ParseResult parsed, RunRequest request)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        bool asJson = RunArguments.AsJson(parsed);
        try
        {
            PreviewOutput.Write(output, RunPreview.Of(request, new GuardedFreezer()), asJson);
            return ExitCode.Success;
        }
        catch (OutcomeException refused)
        {
            PreviewOutput.Write(output, refused, asJson);
            return ExitCode.Refused;
        }
    }

    private static int Carry(ParseResult parsed, RunRequest request, string? metrics)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        TextWriter error = parsed.InvocationConfiguration.Error;
        (RunReport report, bool written) = RunAndKeep(parsed, request, metrics, error);

        // Last: whoever reads may not read on, and a disk that takes the output may be full, while what is kept must be there.
        written &= TryWrite("result", "standard output", error, () => Print(report, RunArguments.AsJson(parsed), output));
        return written ? ExitCode.Of(report) : ExitCode.InternalError;
    }

    /// <summary>No request to end ends it before what was done is written down.</summary>
    private static (RunReport Report, bool Written) RunAndKeep(ParseResult parsed, RunRequest request, string? metrics, TextWriter error)
    {
        using var signals = new EndingSignals();
        var log = new SystemLog();
        (BackupRun run, RunReport report) = Run(request, log, error, signals);
        RunLog.Ended(log, report);
        var history = new RunHistory(RunArguments.History(parsed) ?? request.Host.In(run.HistoryFolder));

        // A backup is not the worse for a history that is full; but what was asked for and is not there must not look like success, whatever the snapshot is worth.
        TryWrite("run", history.Folder, error, () => history.Keep(report));
        bool written = metrics is null || TryWrite("metrics", metrics, error, () => RunMetrics.Write(metrics, report, history));
        if (RunArguments.Report(parsed) is { } path)
            written &= TryWrite("report", path, error, () => ReportFile.Write(path, report));
        return (report, written);
    }

    private static void Print(RunReport report, bool asJson, TextWriter output)
    {
        if (asJson)
            output.Write(ReportFile.Text(report));
        else
            RunSummary.Write(output, report);
    }

    private static (BackupRun Run, RunReport Report) Run(RunRequest request, SystemLog log, TextWriter error, EndingSignals signals)
    {
        using PhaseLine? line = Terminal.IsLive ? new PhaseLine(error) : null;
        using var observer = new RunObserver("", new RunOptions { Progress = line });
        var run = new BackupRun(request, new GuardedFreezer { LockFile = request.Host.FreezeLock })
        {
            Observer = observer,
            StillWaiting = line is null ? (script, milliseconds) => error.WriteLine($"the {script} script has been at work for {TimeSpan.FromMilliseconds(milliseconds).TotalSeconds:F0} s") : observer.StillWaiting,
        };
        RunLog.Began(log, run.RunId);
        return (run, run.Execute(signals.Token));
    }

    private static bool TryWrite(string what, string path, TextWriter error, Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"quiesce: the {what} cannot be written to {path}: {failure.Message}");
            return false;
        }
    }
}
