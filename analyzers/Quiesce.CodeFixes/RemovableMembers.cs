using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Quiesce.CodeFixes;

/// <summary>Members of a class that can go because only they themselves name each other.</summary>
internal static class RemovableMembers
{
    /// <returns>The declarations; <see langword="null"/> when one stands elsewhere, shares its declaration, or is named by anything that stays.</returns>
    public static async Task<ImmutableArray<SyntaxNode>?> FindAsync(Document document, TypeDeclarationSyntax declaration, ImmutableArray<IFieldSymbol> members, CancellationToken cancellation)
    {
        var fields = declaration.Members.OfType<FieldDeclarationSyntax>()
            .Where(field => field.Declaration.Variables.Count == 1 && members.Any(member => member.Name == field.Declaration.Variables[0].Identifier.ValueText))
            .ToImmutableArray<SyntaxNode>();
        if (fields.Length != members.Length)
            return null;

        foreach (var member in members)
        {
            var found = await SymbolFinder.FindReferencesAsync(member, document.Project.Solution, cancellation).ConfigureAwait(false);
            var staying = found.SelectMany(symbol => symbol.Locations).Where(reference => reference.Document is not SourceGeneratedDocument
                && !(reference.Document.Id == document.Id && fields.Any(field => field.FullSpan.Contains(reference.Location.SourceSpan))));
            if (staying.Any())
                return null;
        }

        return fields;
    }

    /// <summary>Comments of a member go with it, and so does the empty line before what is first now.</summary>
    public static TypeDeclarationSyntax Without(TypeDeclarationSyntax declaration, ImmutableArray<SyntaxNode> members)
    {
        var wasFirst = members.Contains(declaration.Members[0]);
        declaration = declaration.RemoveNodes(members, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
        if (!wasFirst || declaration.Members.Count == 0)
            return declaration;

        var first = declaration.Members[0];
        return declaration.ReplaceNode(first, first.WithLeadingTrivia(first.GetLeadingTrivia().SkipWhile(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))));
    }
}
