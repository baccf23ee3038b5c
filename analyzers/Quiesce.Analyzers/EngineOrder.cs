using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>The order in which a profile's engines are written, and the one in which they should come to rest.</summary>
internal static class EngineOrder
{
    public static ImmutableArray<AttributeSyntax> Written(INamedTypeSymbol profile) => SyntaxOf(Engines(profile));

    /// <summary>What does not stall writers comes first; otherwise the author's order stays.</summary>
    public static ImmutableArray<AttributeSyntax> Gentlest(INamedTypeSymbol profile) => SyntaxOf(Engines(profile).OrderBy(engine => engine.Spec.StallsWriters));

    private static ImmutableArray<BoundEngine> Engines(INamedTypeSymbol profile) => ProfileBinder.BindEngines(profile);

    private static ImmutableArray<AttributeSyntax> SyntaxOf(IEnumerable<BoundEngine> engines)
        => [.. engines.Select(engine => engine.Attribute.ApplicationSyntaxReference?.GetSyntax()).OfType<AttributeSyntax>()];
}
