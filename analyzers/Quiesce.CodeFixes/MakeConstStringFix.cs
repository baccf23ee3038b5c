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

/// <summary>Makes a step <c>const</c> where its value already is a constant: <c>static readonly</c> goes, <c>const</c> comes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeConstStringFix : OneByOneFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [StepNotConstStringRule.RuleId];

    private protected override SyntaxNode? TargetOf(SyntaxNode blamed) => blamed.FirstAncestorOrSelf<FieldDeclarationSyntax>();

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(Document document, SyntaxNode target, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        var field = (FieldDeclarationSyntax)target;
        return field.Declaration.Variables.All(variable => variable.Initializer is { Value: var value } && model.GetConstantValue(value, cancellation).Value is string)
            ? [new Offer("Make const", nameof(MakeConstStringFix), root.ReplaceNode(field, Const(field)))]
            : [];
    }

    private static FieldDeclarationSyntax Const(FieldDeclarationSyntax field)
    {
        var modifiers = field.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.StaticKeyword) && !modifier.IsKind(SyntaxKind.ReadOnlyKeyword));
        var constant = SyntaxFactory.Token(SyntaxKind.ConstKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var type = SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword)).WithTriviaFrom(field.Declaration.Type);
        var leading = field.GetFirstToken() == field.Modifiers.FirstOrDefault() ? field.GetLeadingTrivia() : default;
        var changed = field
            .WithModifiers(SyntaxFactory.TokenList(modifiers.Append(constant)))
            .WithDeclaration(field.Declaration.WithType(type));
        return leading.Count > 0 ? changed.WithLeadingTrivia(leading) : changed;
    }
}
