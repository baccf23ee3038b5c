using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Analyzers;
using Quiesce.Contract.Rules;

namespace Quiesce.CodeFixes;

/// <summary>Names the undo that was meant, or writes it where what the step stops says what it must be. A name that comes from a constant is left alone: others may share it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UnknownUndoFix : OneByOneFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [UndoUnknownRule.RuleId];

    private protected override SyntaxNode? TargetOf(SyntaxNode blamed)
        => blamed.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Expression: LiteralExpressionSyntax or InvocationExpressionSyntax } argument ? argument : null;

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(Document document, SyntaxNode target, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var field = target.FirstAncestorOrSelf<FieldDeclarationSyntax>();
        if (field is null || model!.GetDeclaredSymbol(field.Declaration.Variables[0], cancellation)?.ContainingType is not { } profile)
            return [];

        var step = ProfileParts.StepsOf(profile).FirstOrDefault(step => step.Attribute.Contains(target));
        if (step.Spec?.Undo is not { Member: var written })
            return [];

        var value = ((AttributeArgumentSyntax)target).Expression;
        var offers = ImmutableArray.CreateBuilder<Offer>();
        var constants = profile.GetMembers().OfType<IFieldSymbol>()
            .Where(member => member is { IsConst: true, Type.SpecialType: SpecialType.System_String } && !SymbolEqualityComparer.Default.Equals(member, step.Field))
            .Select(member => member.Name);
        if (NearestName.Of(written, constants) is { } meant)
            offers.Add(new Offer($"Change to {AttributeEdits.NameOf(meant)}", nameof(NearestName), root!.ReplaceNode(value, NamedLike(value, meant))));

        if (field.Declaration.Variables.Count == 1 && StepMember.IsFree(profile, written) && step.Spec.Text is { } text && StartingCommands.After(text) is { } start)
        {
            var changed = root!.TrackNodes(field, value);
            changed = StepMember.InsertAfter(changed, changed.GetCurrentNode(field)!, written, start);
            changed = changed.ReplaceNode(changed.GetCurrentNode(value)!, NamedLike(value, written));
            offers.Add(new Offer($"Add '{written}' with '{start.Replace("\n", "; ")}'", nameof(StartingCommands), changed));
        }

        return offers.ToImmutable();
    }

    private static ExpressionSyntax NamedLike(ExpressionSyntax value, string member) => AttributeEdits.NameOf(member).WithTriviaFrom(value);
}
