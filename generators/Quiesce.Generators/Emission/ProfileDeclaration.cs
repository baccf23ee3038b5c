using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Quiesce.Contract.Profiles;
using Quiesce.Generators.Binding;

namespace Quiesce.Generators.Emission;

/// <summary>What must be repeated of a class, for a generated part to join it.</summary>
/// <param name="Namespace">Empty for the global one.</param>
/// <param name="Types">The class and the types around it, outermost first, each as its keywords and name: <c>class WebShop</c>.</param>
/// <param name="UniqueName">An identifier that no other class of the compilation has, also where case does not count: generated files are named by it.</param>
/// <param name="StepMembers">The members that steps are read from, and that steps name as their undo.</param>
internal sealed record ProfileDeclaration(string Namespace, EquatableArray<string> Types, string UniqueName, EquatableArray<string> StepMembers)
{
    private static readonly SymbolDisplayFormat WithEscapedKeywords = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    public static ProfileDeclaration Of(BoundProfile profile)
    {
        var type = profile.Type;
        return new ProfileDeclaration(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(WithEscapedKeywords),
            TypeAndContainers(type).Reverse().Select(part => KeywordOf(part) + " " + Identifier(part.Name)).ToEquatableArray(),
            Emission.UniqueName.Of(type),
            StepMembersOf(profile).Distinct().Select(Identifier).ToEquatableArray());
    }

    private static IEnumerable<string> StepMembersOf(BoundProfile profile)
    {
        foreach (var step in profile.Spec.Steps)
        {
            yield return step.Member;
            if (step.Undo is { Text: not null } undo)
                yield return undo.Member;
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypeAndContainers(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType)
            yield return part;
    }

    private static string KeywordOf(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    private static string Identifier(string name)
        => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
