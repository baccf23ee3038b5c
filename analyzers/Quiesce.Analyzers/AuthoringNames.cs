using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>
/// The names that stand for an authoring attribute in a source. Asked before a class's attributes are bound: most classes of a project are no profiles, and binding what they carry would
/// make every file of a project pay for its few profiles. An alias may mean any type, and so counts as ours until the symbol says otherwise.
/// </summary>
internal sealed class AuthoringNames(Compilation compilation)
{
    private const string Suffix = "Attribute";

    private static readonly HashSet<string> Own = new(AttributeNames.OnClassesAndSteps.SelectMany(SpellingsOf), StringComparer.Ordinal);

    private readonly Lazy<HashSet<string>> _globalAliases = new(() => GlobalAliasesOf(compilation), LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Whether the compilation can have profiles at all.</summary>
    public static bool AreKnownIn(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == AttributeNames.Namespace);

    /// <summary>Whether the class, or a field of it, seems to carry an authoring attribute.</summary>
    public bool SeemToMark(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && (AreIn(declaration.AttributeLists) || AreOnFieldsOf(declaration)))
                return true;
        }

        return false;
    }

    private bool AreOnFieldsOf(TypeDeclarationSyntax declaration)
    {
        foreach (var member in declaration.Members)
        {
            if (member is FieldDeclarationSyntax field && AreIn(field.AttributeLists))
                return true;
        }

        return false;
    }

    private bool AreIn(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (IsOne(attribute))
                    return true;
            }
        }

        return false;
    }

    private bool IsOne(AttributeSyntax attribute)
        => attribute.Name switch
        {
            IdentifierNameSyntax { Identifier.ValueText: var name } => Own.Contains(name) || IsAliasAround(attribute, name) || _globalAliases.Value.Contains(name),
            QualifiedNameSyntax { Right.Identifier.ValueText: var name } => Own.Contains(name),
            AliasQualifiedNameSyntax { Name.Identifier.ValueText: var name } => Own.Contains(name),
            _ => false,
        };

    private static bool IsAliasAround(SyntaxNode node, string name)
    {
        for (var around = node.Parent; around is not null; around = around.Parent)
        {
            foreach (var directive in UsingsOf(around))
            {
                if (IsAlias(directive, name))
                    return true;
            }
        }

        return false;
    }

    private static SyntaxList<UsingDirectiveSyntax> UsingsOf(SyntaxNode node) => node switch
    {
        BaseNamespaceDeclarationSyntax declaration => declaration.Usings,
        CompilationUnitSyntax unit => unit.Usings,
        _ => default,
    };

    private static bool IsAlias(UsingDirectiveSyntax directive, string name) => directive.Alias is { Name.Identifier.ValueText: var alias } && (alias == name || alias == name + Suffix);

    /// <summary>The language wants global ones before all others of a file, so that a file without any is asked for its first alone.</summary>
    private static HashSet<string> GlobalAliasesOf(Compilation compilation)
    {
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var directive in ((CompilationUnitSyntax)tree.GetRoot()).Usings)
            {
                if (!directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
                    break;
                if (directive.Alias is { Name.Identifier.ValueText: var alias })
                    aliases.UnionWith(SpellingsOf(alias));
            }
        }

        return aliases;
    }

    /// <summary>An attribute may be written with its suffix or without.</summary>
    private static string[] SpellingsOf(string name)
    {
        var simple = name.Substring(name.LastIndexOf('.') + 1);
        return simple.EndsWith(Suffix, StringComparison.Ordinal) ? [simple, simple.Substring(0, simple.Length - Suffix.Length)] : [simple];
    }
}
