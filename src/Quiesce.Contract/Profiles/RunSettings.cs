namespace Quiesce.Contract.Profiles;

/// <summary>How long a run may hold what it took, what it freezes beside the engines' mounts, and where it keeps its state.</summary>
internal sealed record RunSettings
{
    public int? LeaseInSeconds { get; init; }

    public int? FreezeLimitInSeconds { get; init; }

    /// <summary>Mounts the profile itself names; <see cref="ProfileMounts"/> adds those of the engines.</summary>
    public EquatableArray<string> Mounts { get; init; }

    /// <summary>Mounts that take atomic snapshots of themselves, and must not be frozen.</summary>
    public EquatableArray<string> SelfSnapshottingMounts { get; init; }

    public string? ConfigLocation { get; init; }

    public string? RunDirectory { get; init; }

    public string? LogDirectory { get; init; }

    public string? StateDirectory { get; init; }
}
