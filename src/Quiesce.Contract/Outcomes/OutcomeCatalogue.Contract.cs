namespace Quiesce.Contract.Outcomes;

/// <summary>The outcomes of the contract with the host, in the order of their numbers.</summary>
internal static partial class OutcomeCatalogue
{
    private const string DeployAgain = "Build the profile and deploy it again.";
    private const string FindTheSlowStep = "Find the slow step in the script's log, or raise timeoutInSeconds (at most 1800).";
    private const string FindTheSlowStepOnHost = "Find the slow step in the script's log, or raise timeoutInSeconds in VMSnapshotPluginHost.conf (at most 1800).";
    private const string ReinstallTheExtension = "Reinstall the backup extension; the next backup does so by itself.";

    public static Outcome FreezeFailed { get; } = new(
        "FreezeFailed", 121, "The kernel refused to freeze a file system.", "See the mount named in the report: is it frozen by somebody else, or of a kind that cannot be frozen?");

    public static Outcome FreezeTimeout { get; } = new(
        "FreezeTimeout", 122, "A file system did not come to rest in time.", "See the mount named in the report: it may have had much to write back, or hang on a listener or a nested mount.");

    public static Outcome MountOpenFailed { get; } = new(
        "MountOpenFailed", 123, "A mount to be frozen could not be opened.", "See the mount named in the report: is it mounted, and is the path its mount point?");

    public static Outcome PreScriptFailed { get; } = new(
        "Pre-ScriptExecutionFailed", 300, "The pre script exited with a status other than 0.", "Read the script's log, and its output in the report.");

    public static Outcome PostScriptFailed { get; } = new(
        "Post-ScriptExecutionFailed", 301, "The post script exited with a status other than 0.", "Read the script's log, and check the application's state: it may still be at rest.");

    public static Outcome PreScriptNotFound { get; } = new(
        "Pre-ScriptNotFound", 302, "There is no file at the pre script's path.", "Deploy the script, or mend preScriptLocation.");

    public static Outcome PostScriptNotFound { get; } = new(
        "Post-ScriptNotFound", 303, "There is no file at the post script's path.", "Deploy the script, or mend postScriptLocation.");

    public static Outcome HostFileMalformed { get; } = new("IncorrectPluginhostFile", 304, "The host configuration cannot be understood.", ReinstallTheExtension);

    public static Outcome ConfigMalformed { get; } = new(
        "IncorrectJSONConfigFile", 305, "The configuration is not JSON, or holds a wrong type or value.", DeployAgain);

    public static Outcome PreScriptPermissions { get; } = new(
        "InsufficientPermissionforPre-Script", 306, "The pre script is not root's alone.", "chown root:root and chmod 700 the script; no parent folder may be writable by others.");

    public static Outcome PostScriptPermissions { get; } = new(
        "InsufficientPermissionforPost-Script", 307, "The post script is not root's alone.", "chown root:root and chmod 700 the script; no parent folder may be writable by others.");

    public static Outcome PreScriptTimeout { get; } = new("Pre-ScriptTimeout", 308, "The pre script ran past its time limit and was ended.", FindTheSlowStep);

    public static Outcome PostScriptTimeout { get; } = new("Post-ScriptTimeout", 309, "The post script ran past its time limit and was ended.", FindTheSlowStep);

    public static Outcome PreScriptHostTimeout { get; } = new("Pre-ScriptTimeout", 310, "The pre script ran past the host's own time limit and was ended.", FindTheSlowStepOnHost);

    public static Outcome PostScriptHostTimeout { get; } = new("Post-ScriptTimeout", 311, "The post script ran past the host's own time limit and was ended.", FindTheSlowStepOnHost);

    public static Outcome HostFileNotFound { get; } = new("IncorrectPluginhostFile", 313, "There is no host configuration.", ReinstallTheExtension);

    public static Outcome HostFilePermissions { get; } = new("IncorrectPluginhostFile", 314, "The host configuration is not root's alone to write.", ReinstallTheExtension);

    public static Outcome ConfigNotFound { get; } = new("IncorrectJSONConfigFile", 316, "There is no configuration at this path.", DeployAgain);

    public static Outcome ConfigPermissions { get; } = new(
        "IncorrectJSONConfigFile", 317, "The configuration is not root's alone.", "chown root:root and chmod 600 the file; no parent folder may be writable by others.");
}
