using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>
/// Declares one host profile: how everything on one virtual machine is brought to rest for a disk snapshot. The build compiles the class into the host's JSON, a pre script and a post
/// script – one of each, because a virtual machine takes exactly one of each.
/// </summary>
/// <remarks>
/// <para>Every engine on the machine is one further attribute on the same class (<see cref="MariaDbAttribute"/>, <see cref="MySqlAttribute"/>, <see cref="PostgreSqlAttribute"/>).
/// Engines come to rest in the order of the source and are released in reverse: put what stalls writers last.</para>
/// <para>The class is <c>static partial</c>; the generated part adds <c>ConfigJson</c>, <c>PreScript</c> and <c>PostScript</c>.</para>
/// <para>A setting that is absent here takes the value of <see cref="ProfileDefaultsAttribute"/>, and failing that the default its own documentation states.</para>
/// </remarks>
/// <param name="name">The profile's name, and the name of its folders: <c>a</c>–<c>z</c>, <c>0</c>–<c>9</c>, <c>-</c> and <c>_</c>, starting with a letter or digit, at most 64 characters.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public sealed class ConsistencyProfileAttribute(string name) : Attribute
{
    /// <summary>The profile's name.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// Time limit of one script, in seconds, for all its attempts together. Range 1 to 1800; default 30.
    /// (Source: the Azure host's JSON field <c>timeoutInSeconds</c>; the host itself cuts larger values to 1800.)
    /// </summary>
    public int TimeoutInSeconds { get; set; }

    /// <summary>
    /// Whether the backup goes on when the pre script failed, then with file-system or crash consistency. Default <see langword="true"/>, as on the host.
    /// (Source: the Azure host's JSON field <c>continueBackupOnFailure</c>.)
    /// </summary>
    public bool ContinueBackupOnFailure { get; set; }

    /// <summary>
    /// Whether file systems are frozen while the snapshot is taken. Default <see langword="true"/>, and recommended: without it no engine of this profile that relies on one atomic instant
    /// can be called application-consistent. (Source: the Azure host's JSON field <c>fsFreezeEnabled</c>.)
    /// </summary>
    public bool FsFreezeEnabled { get; set; }

    /// <summary>
    /// How often the host looks whether a script has ended, in seconds. Range 1 to 5; default 3; anything else the host silently replaces by 3.
    /// (Source: the Azure host's JSON field <c>ScriptsExecutionPollTimeSeconds</c>.)
    /// </summary>
    public int ScriptsExecutionPollTimeSeconds { get; set; }

    /// <summary>
    /// Further attempts after a failed pre script. At least 0; default 0, which is one attempt. (Source: the Azure host's JSON field <c>preScriptNoOfRetries</c>; Azure counts retries
    /// without starting the script again, so the compiled script makes them itself, inside <see cref="TimeoutInSeconds"/>.)
    /// </summary>
    public int PreScriptNoOfRetries { get; set; }

    /// <summary>
    /// Further attempts after a failed post script. At least 0; default 0, which is one attempt. (Source: the Azure host's JSON field <c>postScriptNoOfRetries</c>; see <see cref="PreScriptNoOfRetries"/>.)
    /// </summary>
    public int PostScriptNoOfRetries { get; set; }

    /// <summary>
    /// Where the host finds the pre script: an absolute path. Default <c>/usr/local/lib/quiesce/PROFILE/HASH/pre.sh</c>, HASH being taken of both scripts, so that an installation never
    /// changes a script that is running. (Source: the Azure host's JSON field <c>preScriptLocation</c>.)
    /// </summary>
    public string? PreScriptLocation { get; set; }

    /// <summary>
    /// Where the host finds the post script: an absolute path. Default <c>/usr/local/lib/quiesce/PROFILE/HASH/post.sh</c>. (Source: the Azure host's JSON field <c>postScriptLocation</c>.)
    /// </summary>
    public string? PostScriptLocation { get; set; }

    /// <summary>Parameters the host passes to the pre script. Default none. (Source: the Azure host's JSON field <c>preScriptParams</c>, an array of strings.)</summary>
    public string[]? PreScriptParams { get; set; }

    /// <summary>Parameters the host passes to the post script. Default none. (Source: the Azure host's JSON field <c>postScriptParams</c>, an array of strings.)</summary>
    public string[]? PostScriptParams { get; set; }

    /// <summary>
    /// How long what the pre script took may be held, in seconds; after that it lets go by itself, whether or not a post script ever ran. At least
    /// 2 × <see cref="ScriptsExecutionPollTimeSeconds"/> + 5 + <see cref="FreezeLimitInSeconds"/>; default 90. (Source: the host's own delays, measured: two polls, 4 s to start
    /// the freeze, up to 1 s to notice the thaw.)
    /// </summary>
    public int LeaseInSeconds { get; set; }

    /// <summary>
    /// How long file systems may stay frozen, in seconds; the deadline at which they are thawed whatever the snapshot does. Range 1 to 60; default 60.
    /// (Source: <c>timeout</c> in section <c>[SnapshotThread]</c> of the Azure host's vmbackup.conf.)
    /// </summary>
    public int FreezeLimitInSeconds { get; set; }

    /// <summary>
    /// Mount points to freeze beside those the engines name. Default none. The union of both is what the Quiesce runtime freezes; Azure always freezes every ext3, ext4, xfs and btrfs mount.
    /// </summary>
    public string[]? Mounts { get; set; }

    /// <summary>
    /// Mount points of file systems that take atomic snapshots of themselves (btrfs, ZFS): absolute paths. Default none. Freezing such a one blocks its own snapshot for ever, so none of them
    /// may be among the mounts to freeze.
    /// </summary>
    public string[]? SelfSnapshottingMounts { get; set; }

    /// <summary>
    /// Where the host reads the JSON: an absolute path. Default <c>/etc/azure/VMSnapshotScriptPluginConfig.json</c>. (Source: the Azure host's plugin configuration, <c>pluginConfigPath0</c>.)
    /// </summary>
    public string? ConfigLocation { get; set; }

    /// <summary>
    /// Folder of the state of a run under way: an absolute path, best on a tmpfs, never on a mount that is frozen. One that is a
    /// link, or belongs to another user, is refused. Default <c>/run/quiesce/PROFILE</c>.
    /// </summary>
    public string? RunDirectory { get; set; }

    /// <summary>Folder of the scripts' log, <c>PROFILE.log</c>: an absolute path. Default <c>/var/log/quiesce</c>.</summary>
    public string? LogDirectory { get; set; }

    /// <summary>Folder under which the record of every run is kept, in <c>runs/</c>: an absolute path. Default <c>/var/lib/quiesce</c>.</summary>
    public string? StateDirectory { get; set; }
}
