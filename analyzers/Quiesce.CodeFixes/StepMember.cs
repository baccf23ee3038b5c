using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Quiesce.CodeFixes;

/// <summary>Const strings that are added to a profile's class beside its steps.</summary>
internal static class StepMember
{
    public static bool IsFree(INamedTypeSymbol profile, string name) => SyntaxFacts.IsValidIdentifier(name) && profile.Name != name && profile.GetMembers(name).IsEmpty;

    /// <summary>The name itself, or with the first number behind it that makes it unused.</summary>
    public static string FreeName(INamedTypeSymbol profile, string name)
        => Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : name + number).First(candidate => IsFree(profile, candidate));

    /// <summary>Puts a const string behind a step, with an empty line between, indented like it.</summary>
    public static SyntaxNode InsertAfter(SyntaxNode root, SyntaxNode step, string name, string text)
    {
        var lineEnd = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var newLine = lineEnd == default ? "\n" : lineEnd.ToString();
        var indentation = step.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        var declaration = $"{newLine}{indentation}private const string {name} = {SymbolDisplay.FormatLiteral(text, quote: true)};{newLine}";
        return root.InsertNodesAfter(step, [SyntaxFactory.ParseMemberDeclaration(declaration)!]);
    }
}
