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
            source.Line($"[QuiesceFragment({Literal(name)}, {MemberOf(name)})]")
                .Line($"private const int Record_{MemberOf(name)} = 0;")
                .Line($"internal const string {MemberOf(name)} = {Literal(ScriptFragments.Text(name))};");
        }

        source.CloseAll();
        context.AddSource("Quiesce.ScriptFragments.g.cs", source.ToSourceText());
    }

    /// <summary>A fragment is named as its file is; as a member it starts with a letter and has no dash.</summary>
    public static string MemberOf(string fragment)
    {
        var member = new StringBuilder("Text_");
        foreach (var c in fragment)
            member.Append(char.IsLetterOrDigit(c) ? c : '_');
        return member.ToString();
    }
}
