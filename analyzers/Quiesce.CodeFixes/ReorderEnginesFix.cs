using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Analyzers;
using Quiesce.Contract.Rules;

namespace Quiesce.CodeFixes;

/// <summary>Puts engines that stall their writers after those that do not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReorderEnginesFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [StallingEngineFirstRule.RuleId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model?.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol profile)
        {
            return;
        }

        var (written, gentlest) = (EngineOrder.Written(profile), EngineOrder.Gentlest(profile));
        if (written.All(engine => declaration.Contains(engine)))
        {
            context.RegisterCodeFix(
                CodeAction.Create("Put engines that stall writers last", _ => Task.FromResult(Reorder(context.Document, root, written, gentlest)), equivalenceKey: nameof(ReorderEnginesFix)),
                context.Diagnostics);
        }
    }

    private static Document Reorder(Document document, SyntaxNode root, ImmutableArray<AttributeSyntax> written, ImmutableArray<AttributeSyntax> gentlest)
    {
        // Lists that hold one engine each move whole, so that a comment behind an engine goes with it. What stands before the first may be the class's documentation, and stays.
        var changed = written.All(engine => engine.Parent is AttributeListSyntax { Attributes.Count: 1 })
            ? root.ReplaceNodes(
                written.Select(engine => engine.Parent!),
                (place, _) => gentlest[written.IndexOf(((AttributeListSyntax)place).Attributes[0])].Parent!.WithLeadingTrivia(place.GetLeadingTrivia()))
            : root.ReplaceNodes(written, (place, _) => gentlest[written.IndexOf(place)].WithTriviaFrom(place));
        return document.WithSyntaxRoot(changed);
    }
}
