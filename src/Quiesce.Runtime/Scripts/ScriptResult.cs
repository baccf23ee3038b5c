using System.Collections.Generic;

namespace Quiesce.Runtime.Scripts;

/// <summary>How a script ended, after its last attempt.</summary>
internal sealed record ScriptResult
{
    public required ProgramWaitEnd End { get; init; }

    /// <summary><see langword="null"/> when not even SIGKILL ended the script: it sleeps in the kernel.</summary>
    public required int? ExitStatus { get; init; }

    public int Attempts { get; init; }

    /// <summary>When the first attempt began, and the last one ended, in milliseconds of the run's clock.</summary>
    public double StartMs { get; init; }

    public required double EndMs { get; init; }

    public required string Output { get; init; }

    public required string Error { get; init; }

    /// <summary>Processes of a failed script that could not be ended.</summary>
    public required IReadOnlyList<int> LeftBehind { get; init; }

    public bool Succeeded => End == ProgramWaitEnd.Exited && ExitStatus == 0;
}
