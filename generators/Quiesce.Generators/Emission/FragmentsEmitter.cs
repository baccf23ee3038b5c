using System.Text;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using static Quiesce.Generators.Emission.SourceWriter;

namespace Quiesce.Generators.Emission;

/// <summary>Writes the scripts' fixed bodies that the assembly's profiles use: once as a record for the build step, once for the generated parts.</summary>
internal static class FragmentsEmitter
{
    public const string FragmentsType = "ScriptFragments";

    public static void Emit(SourceProductionContext context, EquatableArray<string> names)
    {
        if (names.Count == 0)
            return;

        var source = new SourceWriter()
            .Open("namespace " + RecordAttributesEmitter.Namespace)
            .Line("[global::Microsoft.CodeAnalysis.Embedded]")
            .Open("internal static class " + FragmentsType);
        foreach (var name in names)
        {
            // Read through a field, because concatenated constants would be folded: every profile would then have a copy of its own after all.
            source.Line($"[QuiesceFragment({Literal(name)}, Constant_{MemberOf(name)})]")
                .Line($"private const string Constant_{MemberOf(name)} = {Literal(ScriptFragments.Text(name))};")
                .Line($"internal static readonly string {MemberOf(name)} = Constant_{MemberOf(name)};");
        }

        source.CloseAll();
        context.AddSource("Quiesce.ScriptFragments.g.cs", source.ToSourceText());
    }

    /// <summary>A fragment is named as its file is; as a member it starts with a letter and has no dash.</summary>
    public static string MemberOf(string fragment)
    {
        var member = new StringBuilder("Script_");
        foreach (var c in fragment)
            member.Append(char.IsLetterOrDigit(c) ? c : '_');
        return member.ToString();
    }
}
