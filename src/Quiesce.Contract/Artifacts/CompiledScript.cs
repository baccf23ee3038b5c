using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>A script in two parts: what one profile has to itself, and the fragments it shares with every other.</summary>
internal sealed record CompiledScript(string Head, EquatableArray<string> Fragments)
{
    public string Text => Head + string.Concat(Fragments.Select(ScriptFragments.Text));
}
