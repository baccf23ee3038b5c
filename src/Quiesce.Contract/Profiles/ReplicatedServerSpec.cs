namespace Quiesce.Contract.Profiles;

/// <summary>A database server that can be a primary or follow one, alone or in a cluster that fails over.</summary>
internal abstract record ReplicatedServerSpec : DatabaseServerSpec
{
    public RolePolicy? Role { get; init; }

    public bool? PauseCluster { get; init; }

    /// <summary>The policy's name in scripts and profile.json; <see langword="null"/> when it is not known, empty for a number that no policy has.</summary>
    public string? RoleName => Role switch
    {
        RolePolicy.Any => "any",
        RolePolicy.PrimaryOnly => "primary-only",
        RolePolicy.ReplicaOnly => "replica-only",
        null => null,
        _ => "",
    };

    /// <summary>The cluster's name in scripts and profile.json; <see langword="null"/> when it is not known, empty for a number that no cluster has.</summary>
    public abstract string? ClusterName { get; }

    public bool IsInCluster => ClusterName is not (null or "none");
}
