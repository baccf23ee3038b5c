using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Analyzers;

namespace Quiesce.CodeFixes;

/// <summary>Removes settings that say what would be so anyway.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveDefaultFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SettingEqualsDefaultAnalyzer.RuleId];

    /// <summary>All of a document at once: neighbours in one list share their commas, and changes made one by one would collide.</summary>
    public override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics) => await RemoveAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create("Remove the setting", cancellation => RemoveAsync(context.Document, context.Diagnostics, cancellation), equivalenceKey: nameof(RemoveDefaultFix)),
            context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Document> RemoveAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var redundant = diagnostics
            .Select(diagnostic => root!.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>())
            .OfType<AttributeArgumentSyntax>()
            .ToImmutableHashSet();
        var attributes = redundant.Select(argument => argument.FirstAncestorOrSelf<AttributeSyntax>()!).Distinct();
        return document.WithSyntaxRoot(root!.ReplaceNodes(attributes, (attribute, _) => Without(attribute, redundant)));
    }

    private static AttributeSyntax Without(AttributeSyntax attribute, ImmutableHashSet<AttributeArgumentSyntax> redundant)
    {
        var list = attribute.ArgumentList!;
        if (list.Arguments.All(redundant.Contains) && !HasComment(list))
            return attribute.WithArgumentList(null).WithTrailingTrivia(attribute.GetTrailingTrivia());

        var here = list.Arguments.Where(redundant.Contains).ToArray();
        var kept = HasComments(here) ? SyntaxRemoveOptions.KeepExteriorTrivia : SyntaxRemoveOptions.KeepNoTrivia;
        return attribute.WithArgumentList(list.RemoveNodes(here, kept)!);
    }

    private static bool HasComments(IEnumerable<SyntaxNode> nodes) => nodes.Any(HasComment);

    private static bool HasComment(SyntaxNode node)
        => node.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
}
