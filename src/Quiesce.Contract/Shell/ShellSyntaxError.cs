namespace Quiesce.Contract.Shell;

/// <summary>Where a shell stops reading a script, and why.</summary>
internal sealed record ShellSyntaxError(TextRange Range, Phrase Message);
