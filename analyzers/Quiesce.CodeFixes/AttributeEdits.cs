using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Quiesce.CodeFixes;

/// <summary>Changes of an attribute's arguments that keep the comments around them.</summary>
internal static class AttributeEdits
{
    public static AttributeSyntax With(AttributeSyntax attribute, string setting, ExpressionSyntax value)
    {
        var argument = SyntaxFactory.AttributeArgument(value)
            .WithNameEquals(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(setting).WithTrailingTrivia(SyntaxFactory.Space))
                .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)));
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        if (list.Arguments.Count > 0)
            argument = argument.WithLeadingTrivia(SyntaxFactory.Space);
        return attribute.WithArgumentList(list.AddArguments(argument));
    }

    public static AttributeSyntax Without(AttributeSyntax attribute, ImmutableHashSet<AttributeArgumentSyntax> unwanted)
    {
        var list = attribute.ArgumentList!;
        if (list.Arguments.All(unwanted.Contains) && !HasComment(list))
            return attribute.WithArgumentList(null).WithTrailingTrivia(attribute.GetTrailingTrivia());

        var here = list.Arguments.Where(unwanted.Contains).ToArray();
        return attribute.WithArgumentList(list.RemoveNodes(here, here.Any(HasComment) ? SyntaxRemoveOptions.KeepExteriorTrivia : SyntaxRemoveOptions.KeepNoTrivia)!);
    }

    public static bool HasComment(SyntaxNode node)
        => node.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));

    public static ExpressionSyntax NameOf(string member)
        => SyntaxFactory.ParseExpression($"nameof({(SyntaxFacts.GetKeywordKind(member) == SyntaxKind.None ? member : "@" + member)})");
}
