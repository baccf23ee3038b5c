using System.Collections.Generic;

namespace Quiesce.Contract.Shell;

/// <summary>Commands that run one after the other.</summary>
internal sealed record ShellList(IReadOnlyList<ShellListItem> Items);

/// <param name="Pipelines">What <c>&amp;&amp;</c> and <c>||</c> join.</param>
/// <param name="Background">The place of the <c>&amp;</c> that ends the item, if one does.</param>
internal sealed record ShellListItem(IReadOnlyList<ShellPipeline> Pipelines, TextRange? Background);

/// <summary>Commands that feed each other.</summary>
internal sealed record ShellPipeline(IReadOnlyList<ShellCommand> Commands);

internal abstract record ShellCommand(TextRange Range, IReadOnlyList<ShellRedirection> Redirections);

/// <param name="Assignments">The words that assign in front of the command's name.</param>
/// <param name="Words">The command's name and its arguments; none when the command only assigns or redirects.</param>
internal sealed record ShellSimpleCommand(TextRange Range, IReadOnlyList<ShellRedirection> Redirections, IReadOnlyList<ShellWord> Assignments, IReadOnlyList<ShellWord> Words)
    : ShellCommand(Range, Redirections);

internal enum ShellCompoundKind
{
    Group,
    Subshell,
    If,
    While,
    For,
    Case,
}

/// <param name="Kind">Which compound command.</param>
/// <param name="Words">What <c>for</c> goes through, or what <c>case</c> compares and its patterns.</param>
/// <param name="Lists">Every list inside, conditions and bodies, in the order of the text.</param>
internal sealed record ShellCompoundCommand(
    ShellCompoundKind Kind, TextRange Range, IReadOnlyList<ShellRedirection> Redirections, IReadOnlyList<ShellWord> Words, IReadOnlyList<ShellList> Lists)
    : ShellCommand(Range, Redirections);

internal sealed record ShellFunction(TextRange Range, string Name, ShellCommand Body) : ShellCommand(Range, []);
