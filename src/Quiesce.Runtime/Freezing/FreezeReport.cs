using System.Collections.Generic;
using System.Linq;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing;

/// <summary>Where a freeze stands: after freezing, whether all is frozen; after thawing, whether it held.</summary>
internal sealed record FreezeReport(IReadOnlyList<FrozenFileSystem> FileSystems, EndCause EndedBy)
{
    public bool IsFrozen => EndedBy == EndCause.None && FileSystems.All(system => system.State == EntryState.Frozen);

    /// <summary>Everything stood still, by our own freeze, from <see cref="FrozenFrom"/> until <see cref="FrozenUntil"/>.</summary>
    public bool Held => EndedBy == EndCause.Asked && FileSystems.All(system => system.FreezeHeld);

    /// <summary>When the last file system was frozen.</summary>
    public double? FrozenFrom => FileSystems.Max(system => system.FreezeEnded);

    /// <summary>When the first thaw began.</summary>
    public double? FrozenUntil => FileSystems.Min(system => system.ThawStarted);

    public FreezeFault Fault => EndedBy == EndCause.Deadline ? FreezeFault.Timeout : FreezeFault.Failed;

    /// <summary>A sentence on why it is not frozen, or did not hold; null when all is well.</summary>
    public string? Problem => IsFrozen || Held ? null : FileSystems.FirstOrDefault(system => system.State == EntryState.ThawRefused) is { } left ? ProblemOf(left) : EndedBy switch
    {
        EndCause.Deadline => "the freeze reached its deadline" + NameOf(FileSystems.FirstOrDefault(system => system.State == EntryState.Freezing), " while it waited for"),
        EndCause.GuardLost => "the guard process ended, and what was frozen was thawed",
        EndCause.SentinelLost => "the sentinel process ended, and what was frozen was thawed",
        EndCause.RunLost => "the run ended, and what was frozen was thawed",
        EndCause.Signal => "a signal asked guard or sentinel to end, and what was frozen was thawed",
        EndCause.Rescued => "'quiesce thaw' thawed what was frozen",
        _ => FileSystems.Select(ProblemOf).FirstOrDefault(problem => problem is not null),
    };

    private static string? ProblemOf(FrozenFileSystem system) => system switch
    {
        { State: EntryState.FrozenByOthers } => $"'{system.MountPoint}' is frozen already, by somebody else; it was left as it is. Where nobody is at work on it any more, 'fsfreeze -u' thaws it",
        { State: EntryState.Refused } => $"'{system.MountPoint}' cannot be frozen: {LibC.Describe(system.FreezeError)}",
        { ThawError: Errno.EINVAL, ThawsBegun: > 1 } => $"'{system.MountPoint}' was being thawed by one of our processes when that was killed: whether the freeze had held until then, nobody can say",
        { ThawError: Errno.EINVAL } => $"'{system.MountPoint}' was thawed by somebody else",
        { State: EntryState.ThawRefused } => $"'{system.MountPoint}' may still be frozen, for it could not be thawed ({LibC.Describe(system.ThawError)}): run 'quiesce thaw', or 'fsfreeze -u' on it",
        { State: EntryState.Freezing } => $"'{system.MountPoint}' is still being frozen by the kernel; it will be thawed as soon as that returns",
        _ => null,
    };

    private static string NameOf(FrozenFileSystem? system, string before) => system is null ? "" : $"{before} '{system.MountPoint}'";
}
