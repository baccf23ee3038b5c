using Microsoft.CodeAnalysis;

namespace Quiesce.Generators.Emission;

/// <summary>
/// Adds the attributes by which the assembly carries records to the build step. They are <c>[Embedded]</c>: a second copy, seen through <c>InternalsVisibleTo</c>, would be ambiguous.
/// </summary>
internal static class RecordAttributesEmitter
{
    public const string Namespace = "Quiesce.Generated";
    public const string RecordsType = "ConsistencyProfiles";

    public static void Emit(IncrementalGeneratorPostInitializationContext context)
    {
        context.AddEmbeddedAttributeDefinition();
        var source = new SourceWriter().Open("namespace " + Namespace);
        Attribute(source, "QuiesceFragment", "string name, string text");
        Attribute(source, "QuiesceArtifact", "string path, string mode, string head, string[] fragments");
        Attribute(source, "QuiesceRejected", "string type, string id, string message");
        source
            .Line("/// <summary>Carries the compiled profiles on private members: a reference assembly leaves those out, and so does not change with them.</summary>")
            .Line("[global::Microsoft.CodeAnalysis.Embedded]")
            .Open($"internal static partial class {RecordsType}")
            .CloseAll();
        context.AddSource("Quiesce.RecordAttributes.g.cs", source.ToSourceText());
    }

    private static void Attribute(SourceWriter source, string name, string parameters)
        => source
            .Line("[global::Microsoft.CodeAnalysis.Embedded]")
            .Line("[global::System.AttributeUsage(global::System.AttributeTargets.Field, AllowMultiple = true)]")
            .Open($"internal sealed class {name}Attribute : global::System.Attribute")
            .Open($"public {name}Attribute({parameters})")
            .Close()
            .Close();
}
