using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Reporting;

namespace Quiesce.Runtime.Running;

/// <summary>Everything that one run depends on, checked and open: one configuration, or all the plugins of a host.</summary>
internal sealed record RunPlan : IDisposable
{
    public required IReadOnlyList<PluginPlan> Plugins { get; init; }

    /// <summary>The host's own limit to the freeze, beside those of the profiles.</summary>
    public TimeSpan? HostFreezeLimit { get; init; }

    /// <summary>What the host leaves out when all mounts are to be frozen.</summary>
    public IReadOnlyList<string> SkippedMounts { get; init; } = [];

    /// <summary>What is odd about the host's files, or about what was asked of them, without being wrong.</summary>
    public IReadOnlyList<Remark> HostRemarks { get; init; } = [];

    public IEnumerable<Remark> Remarks => [.. HostRemarks, .. Plugins.SelectMany(plugin => plugin.Config.Remarks)];

    /// <summary>One plugin that needs the freeze is enough: it harms no other, and the snapshot is of all of them.</summary>
    public bool FsFreezeEnabled => Plugins.Any(plugin => plugin.Config.FsFreezeEnabled);

    /// <summary>What the profiles name to be frozen.</summary>
    public IEnumerable<string> Mounts => Plugins.SelectMany(plugin => plugin.Manifest?.Mounts ?? []);

    /// <summary>Everything that is to stand still, named by the profiles, by the caller, or as all that there is; each once, in the kernel's spelling.</summary>
    /// <exception cref="OutcomeException">Freezing is on, and nobody names anything.</exception>
    public IReadOnlyList<string> MountsFor(RunRequest request, IFileSystemFreezer freezer)
    {
        if (!FsFreezeEnabled)
            return [];
        string[] mounts = [.. Mounts.Concat(request.Mounts).Select(MountPath.Spelt).Concat(request.AllMounts ? freezer.AllMounts(SkippedMounts) : []).Distinct()];
        return mounts.Length > 0 ? mounts : throw new OutcomeException(OutcomeCatalogue.NothingToFreeze, "fsFreezeEnabled is true, and nothing says what to freeze");
    }

    public string ProfileName => string.Join(' ', Plugins.Select(plugin => plugin.ProfileName).Where(name => name != ""));

    public IReadOnlyList<ReportedPlugin> ReportedPlugins => [.. Plugins.Select(plugin => new ReportedPlugin(plugin.Name, plugin.ProfileName))];

    public TimeSpan FreezeLimit
    {
        get
        {
            var profiles = TimeSpan.FromSeconds(Plugins.Min(plugin => plugin.Manifest?.FreezeLimitInSeconds ?? Limits.DefaultFreezeLimitInSeconds));
            return HostFreezeLimit < profiles ? HostFreezeLimit.Value : profiles;
        }
    }

    /// <summary>The pre scripts run beside each other: the longest that one may take is what all may take.</summary>
    public TimeSpan RestLimit => Plugins.Max(plugin => plugin.Timeout);

    /// <summary>With freezing on, the snapshot must be done within the freeze; without, within the lease, after which the application goes on.</summary>
    public TimeSpan SnapshotLimit => FsFreezeEnabled ? FreezeLimit : Plugins.Min(plugin => plugin.Lease);

    public void Dispose()
    {
        foreach (PluginPlan plugin in Plugins)
            plugin.Dispose();
    }
}
