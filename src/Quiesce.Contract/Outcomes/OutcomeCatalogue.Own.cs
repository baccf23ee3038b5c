namespace Quiesce.Contract.Outcomes;

/// <summary>The outcomes that the contract has no name for: success, and what only this runtime does.</summary>
internal static partial class OutcomeCatalogue
{
    public static Outcome Succeeded { get; } = new("Succeeded", 0, "The snapshot is application-consistent, and the report holds the proof.", "Nothing to do.");

    public static Outcome Rehearsed { get; } = new("Rehearsed", 0, "A snapshot would have been application-consistent; it was a rehearsal, and none was taken.", "Nothing to do.");

    public static Outcome NothingToFreeze { get; } = new(
        "NothingToFreeze",
        901,
        "Freezing is on, and neither the profile nor the caller names a mount.",
        "Name the mounts that carry the application's files with --mount, or in the profile; --all-mounts freezes what Azure would: every ext3, ext4, xfs and btrfs mount.");

    public static Outcome SnapshotFailed { get; } = new("SnapshotFailed", 902, "The snapshot failed; what was made of it is removed.", "Read the report: the message, and of a command its output.");

    public static Outcome SnapshotTimeout { get; } = new(
        "SnapshotTimeout", 903, "The snapshot was not finished at the freeze's deadline and was ended.", "Use a faster snapshot, or raise FreezeLimitInSeconds (at most 60) and the lease with it.");

    public static Outcome Cancelled { get; } = new("Cancelled", 904, "The run was cancelled; everything was thawed and released.", "Run it again.");

    public static Outcome FreezeNotHeld { get; } = new(
        "FreezeNotHeld", 905, "A file system was thawed before the snapshot had ended.", "Find out who thaws it: another backup agent, an administrator, or the freeze's own deadline.");

    public static Outcome ProofMissing { get; } = new(
        "ProofMissing", 906, "Both scripts succeeded, but nothing proves that the application stood still over the whole snapshot.", "See the report's proof: it says what is missing for which engine.");

    public static Outcome ProfileMismatch { get; } = new("ProfileMismatch", 907, "The profile's folder is not as it was compiled.", DeployAgain);

    public static Outcome RuleBroken { get; } = new("RuleBroken", 908, "The profile breaks a rule of the contract.", "Mend the setting that is named, then build and deploy again.");

    public static Outcome NotPrivileged { get; } = new("NotPrivileged", 909, "Freezing and running the scripts needs root.", "Run the command as root.");

    public static Outcome SnapshotImpossible { get; } = new(
        "SnapshotImpossible", 910, "The snapshot cannot be taken on this machine; nothing was run.", "See the message: it names what is missing or in the way.");

    public static Outcome Skipped { get; } = new(
        "Skipped", 911, "A server's role is not the one that the profile's role policy wants; nothing was taken, and there is no snapshot.", "Nothing to do, unless the server's role is a surprise: the pre script's output in the report names it.");

    public static Outcome GuardMissing { get; } = new(
        "GuardMissing", 912, "The program that guards freezes was not found; nothing was run.", "Install the native quiesce executable, or name it with RunOptions.GuardExecutable.");

    public static Outcome MachineUnfit { get; } = new(
        "MachineUnfit", 913, "This machine lacks what every run needs; nothing was run.",
        "See the message. Needed are Linux 5.3 or later – in a container, a seccomp profile that lets pidfd_open pass – and some dozens of file descriptors to spare (ulimit -n).");

    public static Outcome InternalError { get; } = new("InternalError", 999, "The runtime itself failed; everything was thawed and released.", "Report it, with the message.");
}
