using System;
using Quiesce.Contract;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Running;

/// <summary>A configuration that passed every check, with its scripts open. Nothing of it is looked up by name again.</summary>
internal sealed record PluginPlan : IDisposable
{
    /// <summary>The plugin as the host's configuration names it; empty where a configuration is run by itself.</summary>
    public string Name { get; init; } = "";

    public required HostConfiguration Config { get; init; }

    /// <summary><see langword="null"/> for a configuration that no profile was compiled into.</summary>
    public required ProfileManifest? Manifest { get; init; }

    public required HostScript Pre { get; init; }

    public required HostScript Post { get; init; }

    /// <summary>What all attempts of either script may take together.</summary>
    public required TimeSpan Timeout { get; init; }

    public string ProfileName => Manifest?.Name ?? "";

    /// <summary>After the lease the application goes on, whoever asks.</summary>
    public TimeSpan Lease => TimeSpan.FromSeconds(Manifest?.LeaseInSeconds ?? Limits.MaxTimeoutInSeconds);

    public void Dispose()
    {
        Pre.Dispose();
        Post.Dispose();
    }
}
