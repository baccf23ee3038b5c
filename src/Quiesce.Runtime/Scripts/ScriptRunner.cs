using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace Quiesce.Runtime.Scripts;

/// <summary>
/// Runs a script as the contract says – <c>sh PATH PARAM…</c> – as often as its retries allow, all attempts within one time limit. An attempt that fails or is ended leaves nothing
/// behind; what a successful one leaves behind is meant to stay.
/// </summary>
internal sealed class ScriptRunner(ScriptEnvironment environment, TimeSpan timeout, TimeSpan livenessInterval) : IDisposable
{
    private const int CannotBeStarted = 126;

    private readonly List<SessionProcess> _succeeded = [];

    /// <summary>Told the script's name and its milliseconds so far, on long waits.</summary>
    public Action<string, double>? StillWaiting { get; init; }

    /// <summary>
    /// The last part of the limit belongs to a script's end: it is asked to end so early that even one that ignores the request is gone when its time is over.
    /// </summary>
    private TimeSpan WindDownTime => TimeSpan.FromTicks(Math.Min(timeout.Ticks / 10, SessionEnd.MostGrace.Ticks));

    public ScriptResult Run(HostScript script, CancellationToken cancellation)
    {
        double began = MonotonicClock.NowInMilliseconds;
        double deadline = began + (timeout - SessionEnd.Longest(WindDownTime)).TotalMilliseconds;
        for (int attempt = 1; ; attempt++)
        {
            ScriptResult result = Attempt(script, attempt, deadline, cancellation) with { StartMs = began, Attempts = attempt };
            bool failed = result is { End: ProgramWaitEnd.Exited, ExitStatus: not 0 };
            if (!failed || attempt > script.Retries || MonotonicClock.NowInMilliseconds >= deadline)
                return result;
        }
    }

    /// <summary>Until here the pipes stay open: a process left behind that still prints must not be ended by it.</summary>
    public void Dispose() => _succeeded.ForEach(process => process.Dispose());

    private ScriptResult Attempt(HostScript script, int attempt, double deadline, CancellationToken cancellation)
    {
        string name = $"{script.Name}/{attempt}";
        CancellationSignal? cancelled = null;
        SessionProcess process;
        try
        {
            // Before the script: once it has begun, its end must not depend on what can still be had.
            cancelled = new CancellationSignal(cancellation);
            process = Start(script, name, deadline);
        }
        catch (IOException refused)
        {
            cancelled?.Dispose();
            return NotStarted(script, refused);
        }

        using CancellationSignal ofThisAttempt = cancelled;
        var wait = new ProgramWait(process)
        {
            DeadlineInMilliseconds = deadline,
            Cancelled = cancelled,
            LivenessInterval = livenessInterval,
            StillWaiting = milliseconds => StillWaiting?.Invoke(script.Name, milliseconds),
        };

        ProgramWaitEnd end;
        try
        {
            end = wait.Run();
        }
        catch
        {
            // Whoever is told of the wait may throw. A script whose end nobody awaits would go on behind the post script, and take what that has just given back.
            SessionEnd.Of(process, environment.Mark(name), WindDownTime);
            process.Dispose();
            throw;
        }

        bool succeeded = end == ProgramWaitEnd.Exited && process.ExitStatus == 0;
        IReadOnlyList<int> unkillable = succeeded ? [] : SessionEnd.Of(process, environment.Mark(name), WindDownTime);
        process.StandardOutput.ReadRest();
        process.StandardError.ReadRest();
        var result = new ScriptResult
        {
            End = end,
            ExitStatus = unkillable.Contains(process.Id) ? null : process.ExitStatus,
            EndMs = MonotonicClock.NowInMilliseconds,
            Output = process.StandardOutput.Text,
            Error = process.StandardError.Text,
            LeftBehind = unkillable,
        };
        if (succeeded)
            _succeeded.Add(process);
        else
            process.Dispose();
        return result;
    }

    /// <summary>The shell reads the checked file itself, while <c>$0</c> is the path that the configuration names.</summary>
    private SessionProcess Start(HostScript script, string attempt, double deadline) => SessionProcess.Start(new ProgramStart(
        ["/bin/sh", "-c", ". " + script.File.ProcPath, script.File.Path, .. script.Parameters], environment.For(attempt, deadline), WorkingFolder: "/"));

    /// <summary>What the kernel does not start – its parameters are too long, or there is no room for a process – has failed like any other attempt, with a shell's status for it.</summary>
    private static ScriptResult NotStarted(HostScript script, IOException refused) => new()
    {
        End = ProgramWaitEnd.Exited,
        ExitStatus = CannotBeStarted,
        EndMs = MonotonicClock.NowInMilliseconds,
        Output = "",
        Error = $"{script.File.Path} cannot be started: {refused.Message}",
        LeftBehind = [],
    };
}
