using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Analyzers;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;

namespace Quiesce.CodeFixes;

/// <summary>
/// Gives a step that stops something the undo that starts it again. Where the opposite is not certain, nothing is offered: an undo that does nothing would only silence the rule.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddUndoFix : OneByOneFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [StepStopsWithoutUndoRule.RuleId];

    private protected override SyntaxNode? TargetOf(SyntaxNode blamed)
        => blamed.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { Declaration.Variables.Count: 1 } field ? field : null;

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(Document document, SyntaxNode target, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (model!.GetDeclaredSymbol(((FieldDeclarationSyntax)target).Declaration.Variables[0], cancellation) is not IFieldSymbol { ContainingType: { } profile } member)
            return [];

        var step = ProfileParts.StepsOf(profile).FirstOrDefault(step => step.Spec.Member == member.Name && target.Contains(step.Attribute));
        if (step.Spec?.Text is not { } text || StartingCommands.After(text) is not { } start)
            return [];

        var undo = StepMember.FreeName(profile, "Undo" + member.Name);
        var changed = root!.TrackNodes(target, step.Attribute);
        changed = StepMember.InsertAfter(changed, changed.GetCurrentNode(target)!, undo, start);
        var attribute = changed.GetCurrentNode(step.Attribute)!;
        changed = changed.ReplaceNode(attribute, AttributeEdits.With(attribute, nameof(StepSpec.Undo), AttributeEdits.NameOf(undo)));
        return [new Offer($"Undo by '{start.Replace("\n", "; ")}'", nameof(AddUndoFix), changed)];
    }
}
