using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Analyzers;
using Quiesce.Contract.Rules;

namespace Quiesce.CodeFixes;

/// <summary>Removes settings that say what would be so anyway, and those that are better left out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveSettingFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RedundantSettings.RuleId, FailoverTimeNotPositiveRule.RuleId, PauseWithoutClusterRule.RuleId, CoordinatesNotExactRule.RuleId];

    /// <summary>All of a document at once: neighbours in one list share their commas, and changes made one by one would collide.</summary>
    public override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics) => await RemoveAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create("Remove the setting", cancellation => RemoveAsync(context.Document, context.Diagnostics, cancellation), equivalenceKey: nameof(RemoveSettingFix)),
            context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Document> RemoveAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var unwanted = diagnostics
            .Select(diagnostic => root!.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>())
            .OfType<AttributeArgumentSyntax>()
            .ToImmutableHashSet();
        var attributes = unwanted.Select(argument => argument.FirstAncestorOrSelf<AttributeSyntax>()!).Distinct();
        return document.WithSyntaxRoot(root!.ReplaceNodes(attributes, (attribute, _) => AttributeEdits.Without(attribute, unwanted)));
    }
}
