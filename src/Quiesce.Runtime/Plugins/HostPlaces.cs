using System.IO;

namespace Quiesce.Runtime.Plugins;

/// <summary>Where the host's files are, all below one folder: <c>/</c> on a machine at work, another for a test or an image of a machine.</summary>
internal sealed record HostPlaces(string Root)
{
    public static HostPlaces ThisMachine { get; } = new("/");

    /// <summary>Whether what is changed there takes effect at once, because this machine runs from it.</summary>
    public bool IsThisMachine => Root.TrimEnd('/') == "";

    /// <summary>The plugins and their configurations.</summary>
    public string HostFile => In("/etc/azure/VMSnapshotPluginHost.conf");

    /// <summary>The agent's settings, among them those of the freeze.</summary>
    public string AgentFile => In("/etc/azure/vmbackup.conf");

    /// <summary>Says whether the agent takes care of a database by itself.</summary>
    public string WorkloadFile => In("/etc/azure/workload.conf");

    /// <summary>Locked by whoever freezes.</summary>
    public string FreezeLock => In("/etc/azure/MicrosoftRecoverySvcsSafeFreezeLock/SafeFreezeLockFile");

    /// <summary>Where an absolute path of the machine lies.</summary>
    public string In(string path) => Path.Join(Root.TrimEnd('/'), path);
}
