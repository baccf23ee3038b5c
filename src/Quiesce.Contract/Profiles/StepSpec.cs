namespace Quiesce.Contract.Profiles;

/// <summary>A step of the author's own shell.</summary>
internal sealed record StepSpec
{
    /// <summary>The C# member that holds the step, named in every log line about it.</summary>
    public required string Member { get; init; }

    public required StepPhase Phase { get; init; }

    /// <summary>Whether the member is what a step must be; always so for one that was compiled.</summary>
    public bool IsConstString { get; init; } = true;

    /// <summary>The shell text with <c>\n</c> line ends; <see langword="null"/> when its constant is erroneous.</summary>
    public required string? Text { get; init; }

    public int? TimeoutInSeconds { get; init; }

    public UndoSpec? Undo { get; init; }
}
