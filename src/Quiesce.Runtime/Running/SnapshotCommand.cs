using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Running;

/// <summary>The command that takes the snapshot. Unlike a script it is the caller's own: it runs in the caller's folder and environment.</summary>
internal sealed class SnapshotCommand : IDisposable
{
    private readonly string _command;
    private readonly string _mark;
    private readonly ProgramStart _start;
    private SessionProcess? _process;
    private ProgramWaitEnd _end;
    private double _startMs;
    private double _endMs;

    /// <summary>Prepares the command while nothing stands still yet.</summary>
    public SnapshotCommand(string command, ScriptEnvironment environment)
    {
        _command = command;
        _mark = environment.Mark("snapshot");
        _start = new ProgramStart(
            ["/bin/sh", "-c", command],
            [.. OwnVariables(), $"QUIESCE_RUN_ID={environment.RunId}", $"QUIESCE_PROFILE={environment.Profile}", _mark],
            WorkingFolder: null);
    }

    private bool Succeeded => _end == ProgramWaitEnd.Exited && _process?.ExitStatus == 0;

    /// <summary>Starts the command and waits for it. Whatever it left running is ended by <see cref="Finish"/> only, so that a thaw in between does not wait for that.</summary>
    /// <returns>How it ended; <see langword="null"/> when it succeeded.</returns>
    public ProgramWaitEnd? Run(TimeSpan limit, CancellationToken cancellation)
    {
        _startMs = MonotonicClock.NowInMilliseconds;
        _process = SessionProcess.Start(_start);
        _end = new ProgramWait(_process) { DeadlineInMilliseconds = _startMs + limit.TotalMilliseconds, Cancellation = cancellation }.Run();
        _endMs = MonotonicClock.NowInMilliseconds;
        return Succeeded ? null : _end;
    }

    /// <summary>Ends what a failed command left running, and says how it went; <see langword="null"/> when the command was never started.</summary>
    public ReportedSnapshot? Finish()
    {
        if (_process is null)
            return null;

        IReadOnlyList<int> unkillable = Succeeded ? [] : SessionEnd.Of(_process.Id, _mark, SessionEnd.MostGrace);
        _process.StandardOutput.ReadRest();
        _process.StandardError.ReadRest();
        return new ReportedSnapshot(
            _command,
            ReportedEnd.Of(_end),
            unkillable.Contains(_process.Id) ? null : _process.ExitStatus,
            _startMs,
            _endMs,
            _process.StandardOutput.Text,
            _process.StandardError.Text);
    }

    public void Dispose() => _process?.Dispose();

    private static IEnumerable<string> OwnVariables() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => $"{variable.Key}={variable.Value}");
}
