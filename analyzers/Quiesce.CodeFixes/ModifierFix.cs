using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Contract.Rules;

namespace Quiesce.CodeFixes;

/// <summary>Declares an abstract profile <c>static</c>, and opens one that is local to its file; where the class would no longer compile, nothing is offered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ModifierFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ProfileAbstractRule.RuleId, ProfileFileLocalRule.RuleId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model?.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol { DeclaringSyntaxReferences.Length: 1 } profile)
        {
            return;
        }

        if (declaration.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.AbstractKeyword)) is { RawKind: not 0 } written && CanBeStatic(declaration, profile))
            Register("Declare it static", written, SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTriviaFrom(written));
        else if (declaration.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.FileKeyword)) is { RawKind: not 0 } local && HasNoNamesake(profile))
            Register("Declare it internal", local, SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTriviaFrom(local));

        void Register(string title, SyntaxToken before, SyntaxToken after) => context.RegisterCodeFix(
            CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceToken(before, after))), equivalenceKey: title),
            context.Diagnostics);
    }

    private static bool CanBeStatic(TypeDeclarationSyntax declaration, INamedTypeSymbol profile)
        => declaration.BaseList is null && profile.GetMembers().All(member => member.IsStatic || member.IsImplicitlyDeclared || member is INamedTypeSymbol);

    private static bool HasNoNamesake(INamedTypeSymbol profile) => profile.ContainingNamespace.GetTypeMembers(profile.Name).Length == 1;
}
