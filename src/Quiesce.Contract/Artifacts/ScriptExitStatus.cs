using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>One of the exit statuses by which a compiled script says why it failed. A test holds the scripts to this table.</summary>
/// <param name="Name">As it stands in the log and in the record.</param>
/// <param name="Number">What the host sees.</param>
/// <param name="Cause">What has happened.</param>
/// <param name="Remedy">What helps.</param>
internal sealed record ScriptExitStatus(string Name, int Number, string Cause, string Remedy)
{
    /// <summary>The one status that is neither success nor failure.</summary>
    public static ScriptExitStatus Skipped { get; } = new("skipped", 50, "a server's role is not the one that the profile's policy wants; nothing was taken: neither a success nor a failure", "nothing is to be done, unless the server's role is a surprise");

    public static EquatableArray<ScriptExitStatus> All { get; } = (ScriptExitStatus[])
    [
        new("ok", 0, "the script succeeded", "nothing is to be done"),
        new("internal-error", 1, "the script met something that it does not know", "read the log, and report it"),

        new("run-under-way", 10, "another run of the profile holds the engines; this one has taken nothing", "wait for its end, or end it with its post script"),
        new("fenced", 11, "a post script had already ended this run when the pre script began its work; it has taken nothing", "find out why the host started the pre script so late"),
        new("deadline-passed", 12, "the script came near the host's time limit and gave everything back", "find the slow step in the log, or raise TimeoutInSeconds"),
        new("interrupted", 13, "a signal ended the script; everything is given back", "find out who sent it: the host, or a shutdown"),
        new("program-missing", 14, "a program that the script needs is not on the machine", "install the program that the log names"),
        new("run-directory-unusable", 15, "the folder for the state of a run cannot be written", "make it a folder on a writable tmpfs, owned by root"),

        new("step-failed", 20, "a step before the engines' rest failed; everything is undone", "read the step's own output in the log"),
        new("step-timed-out", 21, "a step took longer than its time limit and was ended; everything is undone", "raise the step's TimeoutInSeconds, or make it faster"),

        new("engine-unreachable", 30, "a server does not answer, or refuses the login", "check that it runs, and the credentials in its own files"),
        new("permission-missing", 31, "the server's user may not do what the method needs", "grant what the log names"),
        new("lock-not-acquired", 32, "the lock was not to be had within LockWaitInSeconds; no waiter is left behind", "find the long statement, or raise LockWaitInSeconds"),
        new("engine-refused", 33, "the server refused a statement", "read the server's own words in the log"),
        new("directory-not-frozen", 34, "a directory of the engine lies on a file system that will not be frozen: the copy could be corrupt", "add the mount that the log names to the engine's Mounts"),
        new("cluster-at-risk", 35, "the server's cluster would stall, or give the server up, during the freeze; nothing was taken", "declare Cluster and set PauseCluster, or lower FreezeLimitInSeconds"),
        new("archiving-not-shown", 36, "a WAL segment did not reach PostgreSQL's archive, without which a copy made in backup mode does not start", "mend the archive command; the server's own log says why it fails"),
        new("label-destination-unusable", 37, "the backup label cannot be kept off the disks that are copied", "make LabelDirectory, on storage that the snapshot does not contain"),

        new("no-run", 40, "the post script found no run to end", "look why the pre script did not run; a second post script is harmless"),
        new("pre-did-not-succeed", 41, "the pre script had failed, or was still at work and was ended; everything is given back", "read why in the log"),
        new("hold-lost", 42, "a session that held a lock was gone when the post script began: the snapshot is not application-consistent", "look for a restarted server or a killed client"),
        new("lease-ended", 43, "the lease was over before the post script began: the snapshot is not application-consistent", "raise LeaseInSeconds, or make the snapshot faster"),
        new("restore-failed", 44, "a setting could not be put back to what it was", "run the post script again, or the statement that the log names, and then remove the folder 'current' of RunDirectory: no run takes anything before that is done"),
        new("undo-failed", 45, "the undo of a step failed", "read its own output in the log, undo the step by hand, and then remove the folder 'current' of RunDirectory: no run takes anything before the step is undone, or that folder gone"),
        new("after-step-failed", 46, "a step after the release failed", "read the step's own output in the log"),
        new("not-our-run", 47, "the run under way belongs to another host; nothing was touched", "leave it alone, or end it as the log says"),
        new("label-not-written", 48, "the backup label could not be written: the copy cannot be restored", "look at the storage of LabelDirectory, and run the backup again"),

        Skipped,
    ];
}
