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

/// <summary>Adds <c>partial</c> to the profile's class, and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakePartialFix : OneByOneFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ProfileNotPartialRule.RuleId, ProfileContainerNotPartialRule.RuleId];

    private protected override SyntaxNode? TargetOf(SyntaxNode blamed) => blamed.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(Document document, SyntaxNode target, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var closed = target.AncestorsAndSelf().Where(node => node is TypeDeclarationSyntax type && !type.Modifiers.Any(SyntaxKind.PartialKeyword));
        return [new Offer("Make partial", nameof(MakePartialFix), root.ReplaceNodes(closed, static (_, type) => WithPartial((TypeDeclarationSyntax)type)))];
    }

    /// <summary>Last of the modifiers, where C# wants it; what stood before the keyword stays before it all.</summary>
    private static TypeDeclarationSyntax WithPartial(TypeDeclarationSyntax type)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0)
            return type.AddModifiers(partial);

        var keyword = type.Keyword;
        return type
            .WithKeyword(keyword.WithLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(keyword.LeadingTrivia)));
    }
}
