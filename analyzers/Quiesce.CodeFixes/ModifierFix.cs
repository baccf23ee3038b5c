using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Contract.Rules;

namespace Quiesce.CodeFixes;

/// <summary>Declares an abstract profile <c>static</c>, and opens one that is local to its file; where the class would no longer compile, nothing is offered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ModifierFix : OneByOneFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ProfileAbstractRule.RuleId, ProfileFileLocalRule.RuleId];

    private protected override SyntaxNode? TargetOf(SyntaxNode blamed) => blamed.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(Document document, SyntaxNode target, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var declaration = (TypeDeclarationSyntax)target;
        if (model?.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol { DeclaringSyntaxReferences.Length: 1 } profile)
            return [];

        if (Written(SyntaxKind.AbstractKeyword) is { RawKind: not 0 } closed && CanBeStatic(declaration, profile))
            return [Instead("Declare it static", closed, SyntaxKind.StaticKeyword)];
        if (Written(SyntaxKind.FileKeyword) is { RawKind: not 0 } local && HasNoNamesake(profile))
            return [Instead("Declare it internal", local, SyntaxKind.InternalKeyword)];
        return [];

        SyntaxToken Written(SyntaxKind kind) => declaration.Modifiers.FirstOrDefault(modifier => modifier.IsKind(kind));
        Offer Instead(string title, SyntaxToken before, SyntaxKind after) => new(title, title, root.ReplaceToken(before, SyntaxFactory.Token(after).WithTriviaFrom(before)));
    }

    private static bool CanBeStatic(TypeDeclarationSyntax declaration, INamedTypeSymbol profile)
        => declaration.BaseList is null && profile.GetMembers().All(member => member.IsStatic || member.IsImplicitlyDeclared || member is INamedTypeSymbol);

    private static bool HasNoNamesake(INamedTypeSymbol profile) => profile.ContainingNamespace.GetTypeMembers(profile.Name).Length == 1;
}
