using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Generators.Binding;
using Quiesce.Generators.Emission;

namespace Quiesce.Generators;

/// <summary>Compiles every class with <c>[ConsistencyProfile]</c> into its artefacts, and carries them in the assembly to the build step that writes them to disk.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ProfileGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(RecordAttributesEmitter.Emit);

        // Bind every profile. The transform runs again whenever the compilation changes, and so sees the assembly's defaults; equal models end the work here.
        var profiles = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.ConsistencyProfile, static (node, _) => node is TypeDeclarationSyntax, static (profile, _) => ProfileModel.From(profile))
            .WithTrackingName(TrackingNames.Bind)
            .Where(static profile => profile is not null)
            .Select(static (profile, _) => profile!);

        // Judge and compile: artefacts, or the reasons why there are none.
        var compiled = profiles
            .Select(static (profile, _) => CompiledProfile.From(profile))
            .WithTrackingName(TrackingNames.Compile);

        // The author's class gains its generated part, valid or not, so that code which uses it does not fall apart over one wrong number.
        context.RegisterSourceOutput(compiled, PartialClassEmitter.Emit);

        // What the build step reads is of no interest to the IDE.
        context.RegisterImplementationSourceOutput(compiled, RecordsEmitter.Emit);

        // The scripts' fixed bodies, once per assembly: a copy in every profile would exceed what an assembly can hold in strings.
        var fragments = compiled
            .SelectMany(static (profile, _) => profile.FragmentNames)
            .Collect()
            .Select(static (names, _) => names.ToSortedSet())
            .WithTrackingName(TrackingNames.Fragments);
        context.RegisterSourceOutput(fragments, FragmentsEmitter.Emit);

        // Two profiles of one name would write to one folder.
        var sharedNames = profiles
            .Select(static (profile, _) => new ProfileName(profile.Spec.Name, profile.Spec.TypeName))
            .Collect()
            .Select(static (names, _) => names.SharedByOthers())
            .WithTrackingName(TrackingNames.SharedNames);
        context.RegisterImplementationSourceOutput(sharedNames, SharedNamesEmitter.Emit);
    }
}
