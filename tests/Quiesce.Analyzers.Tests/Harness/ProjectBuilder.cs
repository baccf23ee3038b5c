using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Quiesce.CodeFixes;
using Quiesce.Generators;
using Quiesce.Tests;
using Xunit;

namespace Quiesce.Analyzers.Tests.Harness;

/// <summary>
/// A project of marked sources. All analyzers run on it, after the generator, as in a build; what they say about the rules under test must be exactly what is marked, and what a fix makes of
/// the sources must be exactly what is expected – and must compile.
/// </summary>
internal sealed class ProjectBuilder(string ruleId)
{
    private readonly List<MarkedSource> _sources = [];
    private readonly List<string> _fixedSources = [];
    private string? _editorConfig;
    private bool _compiles = true;
    private FixAllScope? _fixAll;
    private bool _noFix;
    private bool _anyFix;
    private DiagnosticSeverity? _severity;

    public ProjectBuilder WithSource(string markup)
    {
        _sources.Add(MarkedSource.Parse(markup, ruleId));
        return this;
    }

    public ProjectBuilder WithEditorConfig(string text)
    {
        _editorConfig = text;
        return this;
    }

    /// <summary>The source is half-typed: the compiler has errors of its own to tell.</summary>
    public ProjectBuilder ThatDoesNotCompile()
    {
        _compiles = false;
        return this;
    }

    /// <summary>What the fix makes of the sources, in their order.</summary>
    public ProjectBuilder ShouldBecome(params string[] sources)
    {
        _fixedSources.AddRange(sources);
        return this;
    }

    /// <summary>Everything in the scope is fixed as the first diagnostic would be.</summary>
    public ProjectBuilder ByFixingAll(FixAllScope scope = FixAllScope.Project)
    {
        _fixAll = scope;
        return this;
    }

    public ProjectBuilder ShouldNotBeFixed()
    {
        _noFix = true;
        return this;
    }

    /// <summary>What is reported weighs as much as that.</summary>
    public ProjectBuilder WithSeverity(DiagnosticSeverity severity)
    {
        _severity = severity;
        return this;
    }

    /// <summary>Every fix that is offered mends what it is offered for, and changes a named value where it is declared.</summary>
    public ProjectBuilder WhateverTheFix()
    {
        _anyFix = true;
        return this;
    }

    public async Task ValidateAsync()
    {
        using var workspace = new AdhocWorkspace();
        var project = CreateProject(workspace);
        var diagnostics = await DiagnoseAsync(project, _compiles);
        Assert.Equal(
            _sources.SelectMany((source, file) => source.Marks.Select(mark => $"{file}{mark.Span} {mark.Id}")).Order(StringComparer.Ordinal),
            diagnostics.Select(diagnostic => $"{FileOf(project, diagnostic)}{diagnostic.Location.SourceSpan} {diagnostic.Id}").Order(StringComparer.Ordinal));

        if (_severity is { } severity)
            Assert.All(diagnostics, diagnostic => Assert.Equal(severity, diagnostic.Severity));
        if (_noFix)
            Assert.Empty(await CodeFixing.ActionsAsync(project, diagnostics[0]));
        if (_fixedSources.Count > 0)
            await ValidateFixAsync(project, diagnostics);
        if (_anyFix && _fixAll is { } scope)
            await ValidateFixOfAllAsync(project, diagnostics, scope);
        else if (_anyFix)
            await ValidateEveryFixAsync(project, diagnostics[0]);
    }

    private async Task ValidateFixOfAllAsync(Project project, ImmutableArray<Diagnostic> diagnostics, FixAllScope scope)
    {
        if ((await CodeFixing.ActionsAsync(project, diagnostics[0])).Count > 0)
            Assert.Empty(await DiagnoseAsync(await CodeFixing.FixAllAsync(project, diagnostics, scope, changed => DiagnoseAsync(changed, compiles: false)), compiles: true));
    }

    private async Task ValidateEveryFixAsync(Project project, Diagnostic diagnostic)
    {
        var blamed = await project.GetDocument(diagnostic.Location.SourceTree)!.GetTextAsync();
        foreach (var (provider, action) in await CodeFixing.ActionsAsync(project, diagnostic))
        {
            var mended = await CodeFixing.ApplyAsync(project, action);
            Assert.Empty(await DiagnoseAsync(mended, compiles: true));
            if (provider is NearestValueFix && blamed.ToString(diagnostic.Location.SourceSpan).Contains("Constants.", StringComparison.Ordinal))
                Assert.Equal(blamed.ToString(), (await mended.GetDocument(project.GetDocument(diagnostic.Location.SourceTree)!.Id)!.GetTextAsync()).ToString());
        }
    }

    private async Task ValidateFixAsync(Project project, ImmutableArray<Diagnostic> diagnostics)
    {
        project = _fixAll is { } scope
            ? await CodeFixing.FixAllAsync(project, diagnostics, scope, changed => DiagnoseAsync(changed, compiles: false))
            : await CodeFixing.FixAsync(project, diagnostics[0]);

        var texts = new List<string>();
        foreach (var document in project.Documents)
            texts.Add((await document.GetTextAsync()).ToString());
        Assert.Equal(_fixedSources, texts);
        Assert.Empty(await DiagnoseAsync(project, compiles: true));
    }

    private static int FileOf(Project project, Diagnostic diagnostic)
        => project.Documents.ToList().FindIndex(document => document.FilePath == diagnostic.Location.SourceTree?.FilePath);

    private Project CreateProject(AdhocWorkspace workspace)
    {
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution
            .AddProject(id, "Shop", "Shop", LanguageNames.CSharp)
            .WithProjectMetadataReferences(id, ConsumerReferences.All)
            .WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.CSharp13))
            .WithProjectCompilationOptions(id, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        for (var file = 0; file < _sources.Count; file++)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), $"Source{file}.cs", SourceText.From(_sources[file].Text), filePath: $"/Source{file}.cs");
        if (_editorConfig is not null)
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".editorconfig", SourceText.From(_editorConfig), filePath: "/.editorconfig");
        return solution.GetProject(id)!;
    }

    /// <summary>What the rules under test find, in the order of the source.</summary>
    private async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Project project, bool compiles)
    {
        var compilation = await project.GetCompilationAsync();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ProfileGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)project.ParseOptions!);
        driver.RunGeneratorsAndUpdateCompilation(compilation!, out var complete, out var generatorDiagnostics, CancellationToken.None);
        Assert.Empty(generatorDiagnostics);
        if (compiles)
            Assert.Empty(complete.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

        var rulesUnderTest = _sources.SelectMany(source => source.Marks).Select(mark => mark.Id).Append(ruleId).ToHashSet();
        var diagnostics = await complete
            .WithAnalyzers(AnalyzersUnderTest.All, new AnalyzerOptions([], project.AnalyzerOptions.AnalyzerConfigOptionsProvider))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return
        [
            .. diagnostics
                .Where(diagnostic => rulesUnderTest.Contains(diagnostic.Id) && !diagnostic.IsSuppressed)
                .OrderBy(diagnostic => FileOf(project, diagnostic))
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }
}
