namespace Quiesce.Contract.Profiles;

/// <summary>One engine of a profile. Each kind is a record of its own, with the settings that make sense for it and no others.</summary>
internal abstract record EngineSpec
{
    /// <summary>The engine's name in logs and records; <see langword="null"/> when its constant is erroneous.</summary>
    public required string? Name { get; init; }

    public EquatableArray<string> Mounts { get; init; }

    /// <summary>The kind's name in scripts, records and profile.json: lower case, one word.</summary>
    public abstract string Kind { get; }

    /// <summary>The method's name in scripts, records and profile.json; <see langword="null"/> when it is not known.</summary>
    public abstract string? MethodName { get; }

    /// <summary>What a run must show before it may call this engine application-consistent.</summary>
    public abstract ProofKind Proof { get; }

    /// <summary>Whether writers stand still from this engine's stop to its release, and not only while the file systems are frozen.</summary>
    public abstract bool StallsWriters { get; }

    /// <summary>Whether this project's tests run the kind's scripts against a real server, and not a stand-in: where they do not, log and record say so.</summary>
    public virtual bool IsVerifiedOnRealServer => true;
}
