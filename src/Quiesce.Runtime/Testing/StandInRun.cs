using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Quiesce.Contract.Artifacts;

namespace Quiesce.Runtime.Testing;

/// <summary>What a profile's scripts did on a <see cref="StandInMachine"/>.</summary>
/// <param name="PreStatus">How the pre script ended: <c>ok</c>, or the name of its exit status that <c>quiesce explain</c> knows, as <c>lock-not-acquired</c>.</param>
/// <param name="PostStatus">The same of the post script.</param>
/// <param name="Calls">Everything that was said to an engine, and every call of a stand-in program, in order.</param>
/// <param name="Log">The scripts' own log.</param>
public sealed record StandInRun(string PreStatus, string PostStatus, IReadOnlyList<StandInCall> Calls, string Log)
{
    /// <summary>What was said to one engine or program, in order.</summary>
    /// <param name="name">The engine's name in the profile, or the program's.</param>
    /// <returns>The statements; empty when there was none.</returns>
    public IReadOnlyList<string> SaidTo(string name) => [.. Calls.Where(call => call.Name == name).Select(call => call.Text)];

    internal static string NameOf(int exitStatus) => exitStatus == 0
        ? "ok"
        : ScriptExitStatus.All.FirstOrDefault(known => known.Number == exitStatus)?.Name ?? exitStatus.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One thing that a script said.</summary>
/// <param name="Script"><c>pre</c> or <c>post</c>.</param>
/// <param name="Name">The engine's name in the profile, or the program's.</param>
/// <param name="Text">The statement, or the program's arguments.</param>
public sealed record StandInCall(string Script, string Name, string Text);
