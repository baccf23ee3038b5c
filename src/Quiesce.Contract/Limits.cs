namespace Quiesce.Contract;

/// <summary>Every limit and default of the contract with the host, once. Rules, compilers, the runtime and the published JSON schema take them from here.</summary>
internal static class Limits
{
    /// <summary>The plugin's name in the host's JSON. Azure's documentation: never change it.</summary>
    public const string PluginName = "ScriptRunner";

    /// <summary>Azure's documentation: 1800 s at most, and the host takes the smaller of the two; 0 fails at once.</summary>
    public const int MinTimeoutInSeconds = 1;
    public const int MaxTimeoutInSeconds = 1800;

    /// <summary>Azure's documentation says 30. Its code takes 10 when the field is missing, so compiled configurations always state it.</summary>
    public const int DefaultTimeoutInSeconds = 30;

    /// <summary>The host silently replaces anything outside 1 … 5, or not an integer, by 3.</summary>
    public const int MinPollTimeInSeconds = 1;
    public const int MaxPollTimeInSeconds = 5;
    public const int DefaultPollTimeInSeconds = 3;

    /// <summary>0 is one attempt.</summary>
    public const int MinRetries = 0;
    public const int DefaultRetries = 0;

    /// <summary>What letting go deserves: no cost when the first attempt succeeds.</summary>
    public const int SuggestedPostRetries = 3;

    public const bool DefaultContinueBackupOnFailure = true;
    public const bool DefaultFsFreezeEnabled = true;

    /// <summary><c>timeout</c> in <c>[SnapshotThread]</c> of the Azure host's vmbackup.conf.</summary>
    public const int MinFreezeLimitInSeconds = 1;
    public const int MaxFreezeLimitInSeconds = 60;
    public const int DefaultFreezeLimitInSeconds = 60;

    /// <summary>
    /// What the host needs between a lock taken by the pre script and its release by the post script, beside the freeze: it sleeps one poll after either script, takes 4 s to start the
    /// freeze and notices the thaw up to 1 s late. Measured on the host's own code.
    /// </summary>
    public const int HostPollsUnderLease = 2;
    public const int HostDelayUnderLeaseInSeconds = 5;

    public const int DefaultLeaseInSeconds = 90;

    /// <summary>Beyond five minutes most applications' own timeouts have long turned a stall into an outage.</summary>
    public const int LongestReasonableLeaseInSeconds = 300;

    /// <summary>The server's <c>lock_wait_timeout</c> knows no smaller wait.</summary>
    public const int MinLockWaitInSeconds = 1;
    public const int DefaultLockWaitInSeconds = 10;

    /// <summary>A statement of no age at all would be every statement.</summary>
    public const int MinLongStatementInSeconds = 1;
    public const int DefaultLongStatementInSeconds = 5;

    /// <summary>Patroni's <c>ttl</c>, and Galera's <c>evs.suspect_timeout</c>, unless changed.</summary>
    public const int DefaultPatroniPatienceInSeconds = 30;
    public const int DefaultGaleraPatienceInSeconds = 5;

    /// <summary>A POSIX shell has ten descriptors, of which five are left for the sessions of engines.</summary>
    public const int MaxEngines = 5;

    public const int DefaultStepTimeoutInSeconds = 10;
    public const int MinStopTimeoutInSeconds = 1;
    public const int DefaultStopTimeoutInSeconds = 10;

    /// <summary>systemd's UNIT_NAME_MAX.</summary>
    public const int MaxUnitNameLength = 255;

    /// <summary>A folder's name, and part of file names: kept well below NAME_MAX (255).</summary>
    public const int MaxNameLength = 64;

    /// <summary>RFC 6335; 0 is reserved.</summary>
    public const int MinPort = 1;
    public const int MaxPort = 65535;

    /// <summary>Runs kept in the history: at four a day some six weeks, and at most a few megabytes.</summary>
    public const int MostRunsKept = 200;

    /// <summary>Folders that the Filesystem Hierarchy Standard gives to everybody.</summary>
    public static readonly string[] WorldWritableFolders = ["/tmp", "/var/tmp", "/dev/shm"];

    /// <summary>What the kernel and systemd mount as memory on every machine (tmpfs, procfs, sysfs).</summary>
    public static readonly string[] MemoryFolders = ["/dev/shm", "/run", "/proc", "/sys"];

    public const string DefaultConfigLocation = "/etc/azure/VMSnapshotScriptPluginConfig.json";
    public const string DefaultScriptFolder = "/usr/local/lib/quiesce";
    public const string DefaultRunFolder = "/run/quiesce";
    public const string DefaultLogDirectory = "/var/log/quiesce";
    public const string DefaultStateDirectory = "/var/lib/quiesce";
    public const string DefaultPostgreSqlOsUser = "postgres";
    public const string DefaultPostgreSqlDatabase = "postgres";

    /// <summary>The shortest lease under which the host can still finish: two polls, its own delays, and the freeze.</summary>
    public static int ShortestLeaseInSeconds(int pollTimeInSeconds, int freezeLimitInSeconds)
        => (HostPollsUnderLease * pollTimeInSeconds) + HostDelayUnderLeaseInSeconds + freezeLimitInSeconds;
}
