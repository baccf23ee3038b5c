using Microsoft.CodeAnalysis;
using Quiesce.Contract.Profiles;
using Quiesce.Generators.Binding;

namespace Quiesce.Generators.Emission;

/// <summary>All that the pipeline carries of a profile: values alone, so that an edit which changes none of them runs nothing again.</summary>
internal sealed record ProfileModel(ProfileSpec Spec, ProfileDeclaration Declaration)
{
    /// <returns><see langword="null"/> for what is no class, and for every attribute after the first: the compiler reports the others as duplicates.</returns>
    public static ProfileModel? From(GeneratorAttributeSyntaxContext context)
    {
        if (context.TargetSymbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } type)
            return null;

        var attribute = type.GetAttributes().Find(AttributeNames.ConsistencyProfile);
        if (attribute?.ApplicationSyntaxReference is not { } place || place.SyntaxTree != context.TargetNode.SyntaxTree || !context.TargetNode.Span.Contains(place.Span))
            return null;

        var profile = ProfileBinder.Bind(type, attribute, context.SemanticModel.Compilation.Assembly);
        return new ProfileModel(profile.Spec, ProfileDeclaration.Of(profile));
    }
}
