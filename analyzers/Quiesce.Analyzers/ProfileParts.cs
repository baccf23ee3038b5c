using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Contract.Profiles;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>What a class declares, read as the generator reads it, with the place of each step.</summary>
internal static class ProfileParts
{
    public static bool IsProfileAttribute(INamedTypeSymbol? type) => type?.ToDisplayString() == AttributeNames.ConsistencyProfile;

    public static ImmutableArray<EngineSpec> EnginesOf(INamedTypeSymbol profile) => [.. ProfileBinder.BindEngines(profile).Select(engine => engine.Spec)];

    public static ImmutableArray<(StepSpec Spec, IFieldSymbol Field, AttributeSyntax Attribute)> StepsOf(INamedTypeSymbol profile)
        =>
        [
            .. from step in StepBinder.Bind(profile)
               let attribute = step.Attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax
               where attribute is not null
               select (step.Spec, step.Field, attribute),
        ];
}
