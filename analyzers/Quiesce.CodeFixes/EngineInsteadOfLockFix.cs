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
/// Replaces a step whose lock dies with its client by the engine that holds it. What only released the lock – the step's undo, a step after the release – goes with it. Nothing is offered
/// where something would be lost: a step that does more, a connection that the attribute cannot describe, a member that is named elsewhere.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class EngineInsteadOfLockFix : OneByOneFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [OneShotLockRule.RuleId, ExclusiveBackupRule.RuleId];

    private protected override SyntaxNode? TargetOf(SyntaxNode blamed)
        => blamed.FirstAncestorOrSelf<AttributeSyntax>() is null && blamed.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { Declaration.Variables.Count: 1 } field ? field : null;

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(Document document, SyntaxNode target, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        if (model.GetDeclaredSymbol(((FieldDeclarationSyntax)target).Declaration.Variables[0], cancellation) is not IFieldSymbol { ContainingType: { } profile } member
            || target.Parent is not TypeDeclarationSyntax declaration)
        {
            return [];
        }

        var steps = ProfileParts.StepsOf(profile).Select(step => (step.Spec, step.Field)).ToImmutableArray();
        var step = steps.FirstOrDefault(step => SymbolEqualityComparer.Default.Equals(step.Field, member)).Spec;
        if (step?.Text is not { } text || LockingStep.Of(text) is not { TakesLock: true } taken || (step.Undo?.Text is { } undo && !IsReleaseOf(taken, undo)))
            return [];

        var releases = steps.Where(other => other.Spec.Phase == StepPhase.AfterRelease && IsReleaseOf(taken, other.Spec.Text)).Select(other => other.Field);
        var undoing = profile.GetMembers(step.Undo?.Member ?? "").OfType<IFieldSymbol>();
        var unneeded = await RemovableMembers.FindAsync(document, declaration, [member, .. undoing, .. releases], cancellation).ConfigureAwait(false);
        if (unneeded is not { } members || ProfileAttributeOf(declaration, model, cancellation) is not { } profileAttribute)
            return [];

        var engines = ProfileParts.EnginesOf(profile);
        var rest = RemovableMembers.Without(declaration, members);
        return
        [
            .. from engine in EngineAttribute.For(taken.Sql)
               let isThere = engines.Any(other => other.Kind == engine.Kind)
               // One more of a kind is a second server, and only the author knows whether the step meant the first.
               where !isThere || taken.Connection.Count == 0
               let changed = isThere ? rest : engine.AddTo(rest, profileAttribute, taken.Connection, engines)
               select new Offer($"Let [{engine.Name}] hold it", engine.Name, root!.ReplaceNode(declaration, changed)),
        ];
    }

    private static bool IsReleaseOf(LockingStep taken, string? text)
        => text is not null && LockingStep.Of(text) is { OnlyReleases: true } release && release.Sql.Dialect == taken.Sql.Dialect;

    private static AttributeSyntax? ProfileAttributeOf(TypeDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation)
        => declaration.AttributeLists
            .SelectMany(list => list.Attributes)
            .FirstOrDefault(attribute => ProfileParts.IsProfileAttribute(model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType));
}
