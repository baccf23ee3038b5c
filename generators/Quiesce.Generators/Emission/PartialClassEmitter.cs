using System.Linq;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Generators.Binding;
using static Quiesce.Generators.Emission.SourceWriter;

namespace Quiesce.Generators.Emission;

/// <summary>Writes the generated part of the author's class. Its members throw where the profile was rejected: the build then fails anyway, and for one reason only.</summary>
internal static class PartialClassEmitter
{
    public static void Emit(SourceProductionContext context, CompiledProfile profile)
    {
        var (spec, declaration) = profile.Model;
        if (spec.Declaration is not { AcceptsGeneratedPart: true } facts)
            return;

        var source = new SourceWriter();
        if (declaration.Namespace.Length > 0)
            source.Open("namespace " + declaration.Namespace);
        foreach (var type in declaration.Types.Take(declaration.Types.Count - 1))
            source.Open("partial " + type);
        source.Line($"/// <remarks>{TimeBudget.Of(spec)}</remarks>")
            .Open("partial " + declaration.Types[declaration.Types.Count - 1]);

        Property(source, profile, GeneratedMembers.ConfigJson, ArtifactNames.Config, "The JSON that the host reads.");
        Property(source, profile, GeneratedMembers.PreScript, ArtifactNames.PreScript, "The script that the host runs before the snapshot.");
        Property(source, profile, GeneratedMembers.PostScript, ArtifactNames.PostScript, "The script that the host runs after the snapshot.");
        if (facts.HasRuntime)
            Handle(source, profile);
        context.AddSource(declaration.UniqueName + ".g.cs", source.CloseAll().ToSourceText());
    }

    private static void Property(SourceWriter source, CompiledProfile profile, string member, string file, string summary)
    {
        var (spec, declaration) = profile.Model;
        if (spec.Declaration!.OccupiedMembers.Contains(member))
            return;

        OpenProperty(source, "string", member, summary);

        // Steps are const strings that only the generator reads: naming them here keeps the IDE from calling them unused.
        if (member == GeneratedMembers.ConfigJson)
        {
            foreach (var step in declaration.StepMembers)
                source.Line($"_ = nameof({step});");
        }

        var artifact = profile.Artifacts.FirstOrDefault(artifact => artifact.Path.EndsWith("/" + file, System.StringComparison.Ordinal));
        source.Line(artifact is null ? ThrowRejected(profile) : $"return {string.Join(" + ", artifact.Fragments.Select(FragmentReference).Prepend(Literal(artifact.Head)))};")
            .Close()
            .Close();
    }

    /// <summary>The texts are those of the other members, so that there is one of each; profile.json is nobody else's business.</summary>
    private static void Handle(SourceWriter source, CompiledProfile profile)
    {
        var (spec, declaration) = profile.Model;
        if (spec.Declaration!.OccupiedMembers.Count > 0 || declaration.Types[declaration.Types.Count - 1].EndsWith(" " + GeneratedMembers.Profile, System.StringComparison.Ordinal))
            return;

        OpenProperty(source, "global::" + RuntimeReference.HandleType, GeneratedMembers.Profile, "The profile as a program runs, rehearses or tests it.");
        var artifact = profile.Artifacts.FirstOrDefault(artifact => artifact.Path.EndsWith("/" + ArtifactNames.Profile, System.StringComparison.Ordinal));
        string[] texts = [GeneratedMembers.ConfigJson, GeneratedMembers.PreScript, GeneratedMembers.PostScript];
        source.Line(artifact is null
                ? ThrowRejected(profile)
                : $"return new global::{RuntimeReference.HandleType}({Literal(spec.Name!)}, {string.Join(", ", texts)}, {Literal(artifact.Head)});")
            .Close()
            .Close();
    }

    private static void OpenProperty(SourceWriter source, string type, string member, string summary)
        => source.Line($"/// <summary>{summary}</summary>")
            .Line($"[global::System.CodeDom.Compiler.{GeneratedMembers.Attribute}({Literal(GeneratedMembers.Tool)}, {Literal(GeneratorVersion.Text)})]")
            .Open($"public static {type} {member}")
            .Open("get");

    private static string FragmentReference(string fragment)
        => $"global::{RecordAttributesEmitter.Namespace}.{FragmentsEmitter.FragmentsType}.{FragmentsEmitter.MemberOf(fragment)}";

    private static string ThrowRejected(CompiledProfile profile)
    {
        var reasons = string.Join("; ", profile.Rejections.Select(rejection => $"{rejection.RuleId}: {rejection.Message}"));
        return $"throw new global::System.InvalidOperationException({Literal(reasons)});";
    }
}
