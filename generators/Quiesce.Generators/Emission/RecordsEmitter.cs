using System.Linq;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Artifacts;
using static Quiesce.Generators.Emission.SourceWriter;

namespace Quiesce.Generators.Emission;

/// <summary>Writes a profile's records: an artefact's each, or its rejections.</summary>
internal static class RecordsEmitter
{
    public static void Emit(SourceProductionContext context, CompiledProfile profile)
    {
        var name = profile.Model.Declaration.UniqueName;
        var source = new SourceWriter()
            .Open("namespace " + RecordAttributesEmitter.Namespace)
            .Open("static partial class " + RecordAttributesEmitter.RecordsType);
        foreach (var artifact in profile.Artifacts)
            source.Line($"[QuiesceArtifact({Literal(artifact.Path)}, {Literal(artifact.Mode)}, {Literal(artifact.Head)}, {FragmentsOf(artifact)})]");
        foreach (var rejection in profile.Rejections)
            Rejected(source, rejection);
        source.Line($"private const int {name} = 0;").CloseAll();
        context.AddSource(name + ".Records.g.cs", source.ToSourceText());
    }

    public static void Rejected(SourceWriter source, Rejection rejection)
        => source.Line($"[QuiesceRejected({Literal(rejection.TypeName)}, {Literal(rejection.RuleId)}, {Literal(rejection.Message)})]");

    private static string FragmentsOf(Artifact artifact)
        => artifact.Fragments.Count == 0 ? "new string[0]" : $"new string[] {{ {string.Join(", ", artifact.Fragments.Select(Literal))} }}";
}
