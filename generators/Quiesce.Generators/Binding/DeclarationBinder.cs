using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Contract.Profiles;

namespace Quiesce.Generators.Binding;

/// <summary>Notes how a profile's class is declared.</summary>
internal static class DeclarationBinder
{
    public static DeclarationSpec Bind(
        INamedTypeSymbol type,
        AttributeData attribute,
        AttributeData? defaults,
        ImmutableArray<BoundEngine> engines,
        ImmutableArray<BoundStep> steps)
    {
        var declaration = attribute.ApplicationSyntaxReference?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var hasRuntime = RuntimeReference.IsIn(type.ContainingModule);
        return new DeclarationSpec
        {
            IsPartial = IsPartial(type),
            IsGeneric = TypeAndContainers(type).Any(part => part.IsGenericType),
            IsAbstract = type is { IsAbstract: true, IsStatic: false },
            IsFileLocal = TypeAndContainers(type).Any(part => part.IsFileLocal),
            ContainerNotPartial = TypeAndContainers(type).Skip(1).FirstOrDefault(container => !IsPartial(container))?.Name,
            HasUnreadableConstant = !attribute.IsReadable()
                || defaults?.IsReadable() == false
                || engines.Any(engine => !engine.Attribute.IsReadable())
                || steps.Any(step => !IsReadable(step)),
            HasRuntime = hasRuntime,
            OccupiedMembers = GeneratedMembers.Of(hasRuntime).Where(name => type.GetMembers(name).Any(member => !IsGenerated(member))).ToEquatableArray(),
            ScatteredEngines = IndexesOf(engines, engine => !IsWithin(engine.Attribute.ApplicationSyntaxReference, declaration)),
            ScatteredSteps = IndexesOf(steps, step => !IsWithin(step.Attribute.ApplicationSyntaxReference, declaration)),
        };
    }

    /// <summary>An analyzer sees what the generator has added. Told by the syntax: nobody else asks for the attributes of these members, and binding them would cost more than the profile's own.</summary>
    private static bool IsGenerated(ISymbol member)
        => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MemberDeclarationSyntax declaration
            && declaration.AttributeLists.SelectMany(list => list.Attributes).Any(attribute =>
                attribute.Name is QualifiedNameSyntax { Right.Identifier.ValueText: GeneratedMembers.Attribute }
                && attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.ValueText: GeneratedMembers.Tool });

    private static bool IsReadable(BoundStep step)
        => step.Attribute.IsReadable() && (step.Spec.Text is not null || !step.Spec.IsConstString);

    private static IEnumerable<INamedTypeSymbol> TypeAndContainers(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType)
            yield return part;
    }

    private static bool IsPartial(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool IsWithin(SyntaxReference? attribute, TypeDeclarationSyntax? declaration)
        => declaration is null || (attribute?.SyntaxTree == declaration.SyntaxTree && declaration.FullSpan.Contains(attribute.Span));

    private static EquatableArray<int> IndexesOf<T>(ImmutableArray<T> parts, Func<T, bool> condition)
        => parts.Select((part, index) => condition(part) ? index : -1).Where(index => index >= 0).ToEquatableArray();
}
