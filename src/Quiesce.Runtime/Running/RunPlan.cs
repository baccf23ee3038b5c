using System;
using System.Collections.Generic;
using Quiesce.Contract;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Running;

/// <summary>A configuration that passed every check, with its scripts open. Nothing of it is looked up by name again.</summary>
internal sealed record RunPlan : IDisposable
{
    public required HostConfiguration Config { get; init; }

    /// <summary><see langword="null"/> for a configuration that no profile was compiled into.</summary>
    public required ProfileManifest? Manifest { get; init; }

    public required HostScript Pre { get; init; }

    public required HostScript Post { get; init; }

    /// <summary>What the profile names to be frozen.</summary>
    public IReadOnlyList<string> Mounts => Manifest?.Mounts ?? [];

    public string ProfileName => Manifest?.Name ?? "";

    public TimeSpan FreezeLimit => TimeSpan.FromSeconds(Manifest?.FreezeLimitInSeconds ?? Limits.DefaultFreezeLimitInSeconds);

    /// <summary>With freezing on, the snapshot must be done within the freeze; without, within the lease, after which the application goes on.</summary>
    public TimeSpan SnapshotLimit => Config.FsFreezeEnabled ? FreezeLimit : TimeSpan.FromSeconds(Manifest?.LeaseInSeconds ?? Limits.MaxTimeoutInSeconds);

    public void Dispose()
    {
        Pre.Dispose();
        Post.Dispose();
    }
}
