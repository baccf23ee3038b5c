namespace Quiesce.Contract.Profiles;

/// <summary>How a database server, which can be a primary or follow one, is reached, and in which role it is wanted. A setting left out is left to the client's own files and rules.</summary>
internal abstract record DatabaseServerSpec : EngineSpec
{
    public int? Port { get; init; }

    public string? User { get; init; }

    public string? OsUser { get; init; }

    public string? Client { get; init; }

    public RolePolicy? Role { get; init; }

    /// <summary>The policy's name in scripts and profile.json; <see langword="null"/> when it is not known, empty for a number that no policy has.</summary>
    public string? RoleName => Role switch
    {
        RolePolicy.Any => "any",
        RolePolicy.PrimaryOnly => "primary-only",
        RolePolicy.ReplicaOnly => "replica-only",
        null => null,
        _ => "",
    };

    /// <summary>After how many seconds of silence a cluster manager fails over; <see langword="null"/> for a server that none manages.</summary>
    public int? FailoverAfterInSeconds { get; init; }
}
