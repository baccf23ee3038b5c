namespace Quiesce.Contract.Profiles;

/// <summary>How the profile's class is declared: facts of C# that decide whether the compiler's output can become part of it.</summary>
internal sealed record DeclarationSpec
{
    public required bool IsPartial { get; init; }

    /// <summary>Whether the class, or a type around it, has type parameters.</summary>
    public required bool IsGeneric { get; init; }

    public required bool IsAbstract { get; init; }

    public required bool IsFileLocal { get; init; }

    /// <summary>The innermost type around the class that is not partial, or <see langword="null"/>.</summary>
    public string? ContainerNotPartial { get; init; }

    /// <summary>Whether some argument has no value that the generator could read.</summary>
    public bool HasUnreadableConstant { get; init; }

    /// <summary>Whether the project references the runtime, so that the generated part has a handle to run the profile by.</summary>
    public bool HasRuntime { get; init; }

    /// <summary>Members of the author's that have the name of a generated one.</summary>
    public EquatableArray<string> OccupiedMembers { get; init; }

    /// <summary>The engines, by index, that are attributed to another declaration of the class than the profile is.</summary>
    public EquatableArray<int> ScatteredEngines { get; init; }

    /// <summary>The steps, by index, that stand in another declaration of the class.</summary>
    public EquatableArray<int> ScatteredSteps { get; init; }

    /// <summary>Whether the generated part can join the class.</summary>
    public bool AcceptsGeneratedPart => IsPartial && !IsGeneric && !IsFileLocal && ContainerNotPartial is null;
}
