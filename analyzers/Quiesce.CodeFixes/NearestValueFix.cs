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

/// <summary>Writes the nearest legal value: at the argument, at the declaration of the constant that the argument names, or as a new argument where there is none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class NearestValueFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. Descriptors.OfContractRules.Select(descriptor => descriptor.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(ViolationDiagnostic.Nearest, out var nearest) && nearest is not null
                && diagnostic.Properties.TryGetValue(ViolationDiagnostic.Setting, out var setting) && setting is not null
                && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is { } blamed)
            {
                await RegisterAsync(context, diagnostic, blamed, setting, SyntaxFactory.ParseExpression(nearest)).ConfigureAwait(false);
            }
        }
    }

    private static async Task RegisterAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode blamed, string setting, ExpressionSyntax nearest)
    {
        if (blamed.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            return;

        if (!attribute.DescendantNodes().OfType<AttributeArgumentSyntax>().Any(argument => argument.Span.Contains(blamed.Span)))
        {
            Register($"Set {setting} to {nearest}", cancellation => ReplaceAsync(context.Document, attribute, AttributeEdits.With(attribute, setting, nearest), cancellation));
        }
        else if (blamed is ExpressionSyntax value && IsWrittenOut(value))
        {
            Register($"Change {setting} to {nearest}", cancellation => ReplaceAsync(context.Document, value, nearest.WithTriviaFrom(value), cancellation));
        }
        else if (blamed is ExpressionSyntax name
            && await NamedConstant.FindAsync(context.Document, name, context.CancellationToken).ConfigureAwait(false) is var (declaring, written))
        {
            Register($"Change {name} to {nearest}", cancellation => ReplaceAsync(declaring, written, nearest.WithTriviaFrom(written), cancellation));
        }

        void Register(string title, System.Func<CancellationToken, Task<Document>> change)
            => context.RegisterCodeFix(CodeAction.Create(title, change, equivalenceKey: $"{diagnostic.Id}:{setting}"), diagnostic);
    }

    /// <summary>Whether the value is a literal on the spot, and not computed from names that may mean something elsewhere.</summary>
    private static bool IsWrittenOut(ExpressionSyntax value)
        => !value.DescendantNodesAndSelf().Any(node => node is NameSyntax);

    private static async Task<Document> ReplaceAsync(Document document, SyntaxNode before, SyntaxNode after, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(before, after));
    }
}
