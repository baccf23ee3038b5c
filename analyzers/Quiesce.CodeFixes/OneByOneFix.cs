using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Quiesce.CodeFixes;

/// <summary>
/// A fix that must see what the one before it left: a name that is taken, an attribute that is there now, a list with one element less. Fixing all applies them one after another, where
/// merging changes made side by side would lose some.
/// </summary>
public abstract class OneByOneFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics)
            => await FixAllAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (TargetOf(root!.FindNode(diagnostic.Location.SourceSpan)) is not { } target)
                continue;

            foreach (var offer in await OffersAsync(context.Document, target, context.CancellationToken).ConfigureAwait(false))
            {
                var changed = context.Document.WithSyntaxRoot(offer.Changed);
                context.RegisterCodeFix(CodeAction.Create(offer.Title, _ => Task.FromResult(changed), offer.EquivalenceKey), diagnostic);
            }
        }
    }

    /// <summary>What is to be changed, from the node that the diagnostic blames; two diagnostics may have the same target, which is then changed once.</summary>
    private protected abstract SyntaxNode? TargetOf(SyntaxNode blamed);

    /// <summary>What can be done, in the order in which it is to be shown; nothing where there is no certain way.</summary>
    private protected abstract Task<ImmutableArray<Offer>> OffersAsync(Document document, SyntaxNode target, CancellationToken cancellation);

    private async Task<Document> FixAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? equivalenceKey, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var targets = diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => TargetOf(root.FindNode(diagnostic.Location.SourceSpan)))
            .OfType<SyntaxNode>()
            .Distinct()
            .ToImmutableArray();
        root = root.TrackNodes(targets);
        foreach (var target in targets)
        {
            document = document.WithSyntaxRoot(root);
            root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
            if (root.GetCurrentNode(target) is not { } current)
                continue;

            var offers = await OffersAsync(document, current, cancellation).ConfigureAwait(false);
            root = offers.FirstOrDefault(offer => offer.EquivalenceKey == equivalenceKey)?.Changed ?? root;
        }

        return document.WithSyntaxRoot(root);
    }

    /// <param name="Title">What the IDE shows.</param>
    /// <param name="EquivalenceKey">Offers with the same key are made together when all are fixed.</param>
    /// <param name="Changed">The document's root afterwards.</param>
    private protected sealed record Offer(string Title, string EquivalenceKey, SyntaxNode Changed);
}
