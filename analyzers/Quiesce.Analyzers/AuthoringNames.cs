using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>
/// The names that stand for an authoring attribute in a source. Asked before a class's attributes are bound: most attributes of a project are not ours, and binding them would make every file
/// of a project pay for its few profiles. An alias of one file counts in every file, until the symbol says otherwise: looking for it around each attribute cost more than all else.
/// </summary>
internal sealed class AuthoringNames
{
    private const string Suffix = "Attribute";

    private static readonly HashSet<string> Own = new(AttributeNames.OnClassesAndSteps.SelectMany(SpellingsOf), StringComparer.Ordinal);

    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);

    /// <summary>Looks again while it finds some: within a namespace an alias may stand for one from outside.</summary>
    public AuthoringNames(Compilation compilation, CancellationToken cancellation)
    {
        int known;
        do
        {
            known = _aliases.Count;
            foreach (var tree in compilation.SyntaxTrees)
                AddAliases((CompilationUnitSyntax)tree.GetRoot(cancellation));
        }
        while (_aliases.Count > known);
    }

    /// <summary>Whether the compilation can have profiles at all.</summary>
    public static bool AreKnownIn(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == AttributeNames.Namespace);

    /// <summary>Whether the attribute seems to be an authoring attribute.</summary>
    public bool SeemToBe(AttributeSyntax attribute) => IsKnown(attribute.Name);

    private void AddAliases(CompilationUnitSyntax unit)
    {
        AddAliases(unit.Usings);
        AddAliasesWithin(unit.Members);
    }

    private void AddAliasesWithin(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax inner)
            {
                AddAliases(inner.Usings);
                AddAliasesWithin(inner.Members);
            }
        }
    }

    private void AddAliases(SyntaxList<UsingDirectiveSyntax> directives)
    {
        foreach (var directive in directives)
        {
            if (directive is { Alias.Name.Identifier.ValueText: var alias, Name: { } name } && IsKnown(name))
                _aliases.UnionWith(SpellingsOf(alias));
        }
    }

    private bool IsKnown(NameSyntax name) => LastOf(name) is { } last && (Own.Contains(last) || _aliases.Contains(last));

    private static string? LastOf(NameSyntax name) => name switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>An attribute may be written with its suffix or without.</summary>
    private static string[] SpellingsOf(string name)
    {
        var simple = name.Substring(name.LastIndexOf('.') + 1);
        return simple.EndsWith(Suffix, StringComparison.Ordinal) ? [simple, simple.Substring(0, simple.Length - Suffix.Length)] : [simple];
    }
}
