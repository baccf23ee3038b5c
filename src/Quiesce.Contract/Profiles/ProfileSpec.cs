namespace Quiesce.Contract.Profiles;

/// <summary>One profile, as everything after the binder sees it: the analyzers' rules, the artefact compilers, and the runtime that reads a deployed profile back.</summary>
/// <remarks>
/// <para>The law of this type: records and <see cref="EquatableArray{T}"/> all the way down, no symbol, no syntax, no location, no compilation. Two sources that say the same give two
/// equal specs, and the incremental pipeline stops there.</para>
/// <para>A nullable setting that is <see langword="null"/> is not known – its constant is erroneous, or the JSON at hand does not have it – and is not judged. What an author did not
/// set is never null: the binder resolves defaults.</para>
/// </remarks>
internal sealed record ProfileSpec
{
    /// <summary>The profile's name; <see langword="null"/> when its constant is erroneous.</summary>
    public required string? Name { get; init; }

    /// <summary>The declaring type's full name, for messages and records.</summary>
    public required string TypeName { get; init; }

    /// <summary>How the class is declared; <see langword="null"/> when the profile was read back from its files.</summary>
    public DeclarationSpec? Declaration { get; init; }

    /// <summary>What the host's JSON says.</summary>
    public required HostSettings Host { get; init; }

    /// <summary>What the host's JSON has no place for.</summary>
    public required RunSettings Run { get; init; }

    /// <summary>In the order in which they come to rest.</summary>
    public EquatableArray<EngineSpec> Engines { get; init; }

    /// <summary>In the order in which they run.</summary>
    public EquatableArray<StepSpec> Steps { get; init; }
}
