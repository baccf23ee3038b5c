using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Contract.Rules;

namespace Quiesce.CodeFixes;

/// <summary>Takes a mount out of its list: one that is there already, or one that must not be frozen.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveMountFix : OneByOneFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [MountListedTwiceRule.RuleId, SelfSnapshottingMountFrozenRule.RuleId];

    private protected override SyntaxNode? TargetOf(SyntaxNode blamed)
        => blamed is ExpressionElementSyntax || blamed.Parent is InitializerExpressionSyntax ? blamed : null;

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(Document document, SyntaxNode target, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return [new Offer($"Remove {target} from the list", nameof(RemoveMountFix), Without(root!, target))];
    }

    private static SyntaxNode Without(SyntaxNode root, SyntaxNode mount)
    {
        var siblings = mount.Parent!.ChildNodes().ToImmutableArray();
        if (siblings.Length == 1)
        {
            // An empty list says nothing that no list would not say.
            var argument = mount.FirstAncestorOrSelf<AttributeArgumentSyntax>()!;
            var attribute = argument.FirstAncestorOrSelf<AttributeSyntax>()!;
            return root.ReplaceNode(attribute, AttributeEdits.Without(attribute, [argument]));
        }

        var kept = AttributeEdits.HasComment(mount) ? SyntaxRemoveOptions.KeepExteriorTrivia : SyntaxRemoveOptions.KeepNoTrivia;
        var list = mount.Parent.RemoveNode(mount, kept)!;

        // The last element's line end goes to the one that is last now.
        if (mount == siblings.Last() && kept == SyntaxRemoveOptions.KeepNoTrivia)
            list = list.ReplaceNode(list.ChildNodes().Last(), list.ChildNodes().Last().WithTrailingTrivia(mount.GetTrailingTrivia()));
        return root.ReplaceNode(mount.Parent, list);
    }
}
