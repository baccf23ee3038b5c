using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Quiesce.Tests;

namespace Quiesce.Generators.Tests;

/// <summary>The generator, run over sources as the compiler would, and run again after an edit.</summary>
internal sealed class GeneratorRun
{
    private readonly CSharpParseOptions _parseOptions;
    private GeneratorDriver _driver;

    private GeneratorRun(CSharpParseOptions parseOptions, CSharpCompilation compilation)
    {
        _parseOptions = parseOptions;
        _driver = CSharpGeneratorDriver.Create(
            [new ProfileGenerator().AsSourceGenerator()],
            parseOptions: parseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Input = compilation;
        Output = compilation;
        Run();
    }

    public CSharpCompilation Input { get; private set; }

    public Compilation Output { get; private set; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>What the compiler says of the sources together with what was generated; hidden hints are of no interest.</summary>
    public IEnumerable<Diagnostic> Diagnostics => Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden);

    public static GeneratorRun Over(params string[] sources) => Over(LanguageVersion.CSharp13, sources);

    public static GeneratorRun Over(LanguageVersion version, params string[] sources) => Over(version, [], sources);

    /// <summary>A project that references another one.</summary>
    public static GeneratorRun Over(MetadataReference project, string source) => Over(LanguageVersion.CSharp13, [project], source);

    private static GeneratorRun Over(LanguageVersion version, MetadataReference[] projects, params string[] sources)
    {
        var parseOptions = new CSharpParseOptions(version);
        var compilation = CSharpCompilation.Create(
            projects.Length == 0 ? "Shop" : "Consumer",
            sources.Select((source, index) => Parse(source, $"Source{index}.cs", parseOptions)),
            ConsumerReferences.All.AddRange(projects),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        return new GeneratorRun(parseOptions, compilation);
    }

    /// <summary>Replaces one source file, as an edit does, and runs the same driver again.</summary>
    public void Edit(string source, int file = 0)
    {
        var tree = Input.SyntaxTrees[file];
        Input = Input.ReplaceSyntaxTree(tree, Parse(source, tree.FilePath, _parseOptions));
        Run();
    }

    public void Add(string source)
    {
        Input = Input.AddSyntaxTrees(Parse(source, $"Source{Input.SyntaxTrees.Length}.cs", _parseOptions));
        Run();
    }

    /// <summary>Why each output of a named step was, or was not, made again by the last run.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons(string step)
        => Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    public IEnumerable<object> Values(string step)
        => Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Value);

    private static SyntaxTree Parse(string source, string path, CSharpParseOptions options)
        => CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), options, path);

    private void Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Input, out var output, out _);
        Output = output;
    }
}
