using System;
using System.Collections.Generic;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Quiesce.Runtime;

/// <summary>What of a run differs from the defaults.</summary>
public sealed record RunOptions
{
    /// <summary>Mount points to freeze beside those that the profile names; none by default. Each must be a mount point itself: a folder on one is refused.</summary>
    public IReadOnlyList<string> Mounts { get; init; } = [];

    /// <summary>Freezes every ext3, ext4, xfs and btrfs mount, as Azure does; off by default.</summary>
    public bool AllMounts { get; init; }

    /// <summary>
    /// The native <c>quiesce</c> executable, which becomes guard and sentinel of the freeze: a program of yours cannot be its own guard. By default the one beside the program, else the first
    /// in <c>PATH</c>; without any the run ends with outcome 912 before a script is run. Not used where nothing is frozen.
    /// </summary>
    public string? GuardExecutable { get; init; }

    /// <summary>Told the phases of the run, waits that last, and how far a long copy has got. What happens while file systems are frozen is told after the thaw, copies excepted.</summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>Gets a line a phase and one for the outcome, with the run's id in its scope; what happens while file systems are frozen is logged after the thaw. By default nothing is logged.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The wall clock of the report; by default the system's. Phases and deadlines are measured by a clock that nobody can set.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
