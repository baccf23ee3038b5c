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
using Quiesce.Contract.Rules;

namespace Quiesce.CodeFixes;

/// <summary>Makes a step <c>const</c> where its value already is a constant: <c>static readonly</c> goes, <c>const</c> comes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeConstStringFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [StepNotConstStringRule.RuleId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<FieldDeclarationSyntax>() is not { } field
            || field.Declaration.Variables.Any(variable => variable.Initializer is null || model!.GetConstantValue(variable.Initializer.Value).Value is not string))
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create("Make const", cancellation => MakeConstAsync(context.Document, field, cancellation), equivalenceKey: nameof(MakeConstStringFix)),
            context.Diagnostics);
    }

    private static async Task<Document> MakeConstAsync(Document document, FieldDeclarationSyntax field, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var modifiers = field.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.StaticKeyword) && !modifier.IsKind(SyntaxKind.ReadOnlyKeyword));
        var constant = SyntaxFactory.Token(SyntaxKind.ConstKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var type = SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword)).WithTriviaFrom(field.Declaration.Type);
        var leading = field.GetFirstToken() == field.Modifiers.FirstOrDefault() ? field.GetLeadingTrivia() : default;
        var changed = field
            .WithModifiers(SyntaxFactory.TokenList(modifiers.Append(constant)))
            .WithDeclaration(field.Declaration.WithType(type));
        return document.WithSyntaxRoot(root!.ReplaceNode(field, leading.Count > 0 ? changed.WithLeadingTrivia(leading) : changed));
    }
}
