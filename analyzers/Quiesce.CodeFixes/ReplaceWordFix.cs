using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Quiesce.Analyzers;
using Quiesce.Contract.Rules;

namespace Quiesce.CodeFixes;

/// <summary>Replaces one word of a step's shell. Only where exactly that word was blamed: where text and source do not run side by side, the whole value was, and nothing is offered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReplaceWordFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [BeyondPosixRule.RuleId, StepWaitsForSomebodyRule.RuleId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var span = diagnostic.Location.SourceSpan;
            if (diagnostic.Properties.TryGetValue(ViolationDiagnostic.Was, out var was)
                && diagnostic.Properties.TryGetValue(ViolationDiagnostic.Becomes, out var becomes)
                && text.ToString(span) == was)
            {
                var changed = context.Document.WithText(text.Replace(span, becomes!));
                context.RegisterCodeFix(CodeAction.Create($"Write '{becomes}'", _ => Task.FromResult(changed), equivalenceKey: $"{diagnostic.Id}:{becomes}"), diagnostic);
            }
        }
    }
}
