namespace Quiesce.Contract.Profiles;

/// <summary>What undoes a step.</summary>
/// <param name="Member">The C# member that the step names.</param>
/// <param name="Text">Its shell text with <c>\n</c> line ends; <see langword="null"/> when no const string of that name exists in the class.</param>
internal sealed record UndoSpec(string Member, string? Text);
