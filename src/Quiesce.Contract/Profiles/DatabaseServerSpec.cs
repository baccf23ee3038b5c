namespace Quiesce.Contract.Profiles;

/// <summary>How a database server is reached. A setting left out is left to the client's own files and rules.</summary>
internal abstract record DatabaseServerSpec : EngineSpec
{
    public int? Port { get; init; }

    public string? User { get; init; }

    public string? OsUser { get; init; }

    public string? Client { get; init; }

    /// <summary>After how many seconds of silence a cluster manager fails over; <see langword="null"/> for a server that none manages.</summary>
    public int? FailoverAfterInSeconds { get; init; }
}
