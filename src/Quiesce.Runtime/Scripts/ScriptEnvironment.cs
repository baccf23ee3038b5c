using System.Collections.Generic;
using System.Globalization;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Scripts;

/// <summary>
/// The whole environment of a script: nothing of our caller's reaches it, and every variable is documented here.
/// </summary>
/// <param name="RunId"><c>QUIESCE_RUN_ID</c>: the same for every program of one run.</param>
/// <param name="Profile"><c>QUIESCE_PROFILE</c>: the profile's name; empty for a bare configuration.</param>
internal sealed record ScriptEnvironment(string RunId, string Profile)
{
    /// <summary><c>QUIESCE_FROZEN_DEVICES</c>: the device numbers of all file systems that will be frozen between the two scripts, separated by blanks; empty without a freeze.</summary>
    public IReadOnlyList<DeviceNumber> FrozenDevices { get; init; } = [];

    /// <summary>Tells the scripts of one plugin from those of another that run at the same time; empty where there is one only.</summary>
    public string Scope { get; init; } = "";

    /// <summary>
    /// <c>QUIESCE_HOST_RETRIES=1</c> says that this host performs retries itself, so the script must not. <c>QUIESCE_DEADLINE_MS</c> is when the script will be ended, in milliseconds of
    /// the clock that <c>/proc/uptime</c> shows. <c>QUIESCE_SCRIPT</c> names the attempt, and is how what it left behind is found.
    /// </summary>
    public IReadOnlyList<string> For(string attempt, double deadlineInMilliseconds) =>
    [
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "LANG=C",
        "HOME=/root",
        "QUIESCE_HOST_RETRIES=1",
        $"QUIESCE_RUN_ID={RunId}",
        $"QUIESCE_PROFILE={Profile}",
        $"QUIESCE_FROZEN_DEVICES={string.Join(' ', FrozenDevices)}",
        $"QUIESCE_DEADLINE_MS={deadlineInMilliseconds.ToString("F0", CultureInfo.InvariantCulture)}",
        Mark(attempt),
    ];

    /// <summary>What only this attempt and its descendants carry.</summary>
    public string Mark(string attempt) => $"QUIESCE_SCRIPT={RunId}/{Scope}{attempt}";
}
