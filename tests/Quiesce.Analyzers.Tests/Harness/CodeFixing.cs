using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Quiesce.Analyzers.Tests.Harness;

/// <summary>Applies code fixes as an IDE does.</summary>
internal static class CodeFixing
{
    public static async Task<IReadOnlyList<(CodeFixProvider Provider, CodeAction Action)>> ActionsAsync(Project project, Diagnostic diagnostic)
    {
        var actions = new List<(CodeFixProvider, CodeAction)>();
        var document = project.GetDocument(diagnostic.Location.SourceTree)!;
        foreach (var provider in AnalyzersUnderTest.Fixes.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add((provider, action)), CancellationToken.None));
        return actions;
    }

    public static async Task<Project> FixAsync(Project project, Diagnostic diagnostic)
        => await ApplyAsync(project, (await ActionsAsync(project, diagnostic))[0].Action);

    public static async Task<Project> FixAllAsync(
        Project project, ImmutableArray<Diagnostic> diagnostics, FixAllScope scope, Func<Project, Task<ImmutableArray<Diagnostic>>> diagnose)
    {
        var (provider, action) = (await ActionsAsync(project, diagnostics[0]))[0];
        var context = new FixAllContext(
            project.GetDocument(diagnostics[0].Location.SourceTree)!,
            provider,
            scope,
            action.EquivalenceKey!,
            diagnostics.Select(diagnostic => diagnostic.Id).Distinct(),
            new Diagnostics(diagnose),
            CancellationToken.None);
        return await ApplyAsync(project, (await provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    public static async Task<Project> ApplyAsync(Project project, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetProject(project.Id)!;
    }

    private sealed class Diagnostics(Func<Project, Task<ImmutableArray<Diagnostic>>> diagnose) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await diagnose(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
            => (await diagnose(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
