using System.Linq;
using System.Text;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>A script in two parts: what one profile has to itself, and the fragments it shares with every other.</summary>
internal sealed record CompiledScript(string Head, EquatableArray<string> Fragments)
{
    /// <summary>The digest of the text, which is not put together for it: an assembly may have hundreds of profiles.</summary>
    public string Sha256 => Sha256Text.Of(Fragments.Select(ScriptFragments.Utf8).Prepend(Encoding.UTF8.GetBytes(Head)));

    public string Text => Head + string.Concat(Fragments.Select(ScriptFragments.Text));
}
