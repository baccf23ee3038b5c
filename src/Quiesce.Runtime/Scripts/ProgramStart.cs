using System.Collections.Generic;

namespace Quiesce.Runtime.Scripts;

/// <summary>What is needed to start a program.</summary>
/// <param name="Command">The program's path and its arguments.</param>
/// <param name="Environment">Its whole environment, as <c>NAME=VALUE</c>.</param>
/// <param name="WorkingFolder">Where it starts; <see langword="null"/> for our own.</param>
internal sealed record ProgramStart(IReadOnlyList<string> Command, IReadOnlyList<string> Environment, string? WorkingFolder);
