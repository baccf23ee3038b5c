using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>One file of a compiled profile.</summary>
/// <param name="Path">Relative to the folder of all profiles, with <c>/</c>: <c>web-shop/pre.sh</c>.</param>
/// <param name="Mode">Octal, as <c>chmod</c> takes it.</param>
/// <param name="Head">The text this profile has to itself.</param>
/// <param name="Fragments">The names of the script fragments that follow it, kept once per assembly.</param>
internal sealed record Artifact(string Path, string Mode, string Head, EquatableArray<string> Fragments = default);
