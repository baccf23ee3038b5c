namespace Quiesce.Contract.Shell;

/// <summary>A simple command where it stands.</summary>
/// <param name="Command">The command.</param>
/// <param name="Redirected">Which of its three descriptors are not those that the whole script was given.</param>
/// <param name="Feeder">The command whose output it reads, in a pipeline.</param>
/// <param name="Background">The <c>&amp;</c> of the innermost item around it that runs in the background.</param>
internal sealed record ShellSite(ShellSimpleCommand Command, ShellDescriptors Redirected, ShellCommand? Feeder, TextRange? Background);
