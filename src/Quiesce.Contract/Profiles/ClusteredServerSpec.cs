namespace Quiesce.Contract.Profiles;

/// <summary>A database server that may belong to a cluster which fails over.</summary>
internal abstract record ClusteredServerSpec : DatabaseServerSpec
{
    public bool? PauseCluster { get; init; }

    /// <summary>The cluster's name in scripts and profile.json; <see langword="null"/> when it is not known, empty for a number that no cluster has.</summary>
    public abstract string? ClusterName { get; }

    public bool IsInCluster => ClusterName is not (null or "none");
}
