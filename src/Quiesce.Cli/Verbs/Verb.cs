using System.CommandLine;

namespace Quiesce.Cli.Verbs;

/// <summary>A command with what its help says beside its options: how it is used, what its exit code means, and what a reader of its output may rely on.</summary>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Whole command lines, one below the other.</summary>
    public required string Examples { get; init; }

    /// <summary>A line a code.</summary>
    public required string ExitCodes { get; init; }

    /// <summary>The form of what is printed for programs; empty for a verb that prints nothing of the kind.</summary>
    public string Output { get; init; } = "";
}
