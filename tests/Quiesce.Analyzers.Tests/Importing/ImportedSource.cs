using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Generators;
using Quiesce.Runtime.Importing;
using Quiesce.Tests;
using Xunit;

namespace Quiesce.Analyzers.Tests.Importing;

/// <summary>An imported profile, compiled as its new owner would: with the generator and every analyzer.</summary>
internal sealed class ImportedSource
{
    private readonly Compilation _complete;

    public ImportedSource(ImportedProfile profile)
    {
        Text = Runtime.Importing.ProfileSource.Write(profile);
        var options = new CSharpParseOptions(LanguageVersion.CSharp13);
        var compilation = CSharpCompilation.Create(
            "Imported", [CSharpSyntaxTree.ParseText(Text, options)], ConsumerReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ProfileGenerator().AsSourceGenerator()], parseOptions: options);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out _complete, out var generatorDiagnostics, CancellationToken.None);
        Assert.Empty(generatorDiagnostics);
        Assert.Empty(_complete.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        // A profile that breaks an error rule gets none of these.
        Assert.NotEmpty(Class.GetMembers("ConfigJson"));
    }

    public string Text { get; }

    /// <summary>The attributes by their names, in order.</summary>
    public IEnumerable<string> Attributes => Class.GetAttributes().Select(attribute => attribute.AttributeClass!.Name.Replace("Attribute", "", System.StringComparison.Ordinal));

    private INamedTypeSymbol Class => _complete.GetTypeByMetadataName("WebShop")!;

    /// <summary>What the compiler makes of a step's literal; <see langword="null"/> when there is no such member.</summary>
    public string? Step(string member) => Class.GetMembers(member).OfType<IFieldSymbol>().SingleOrDefault(field => field.IsConst)?.ConstantValue as string;

    /// <summary>The ids of what the analyzers say, above mere information.</summary>
    public async Task<ImmutableArray<string>> ComplaintsAsync()
    {
        var diagnostics = await _complete.WithAnalyzers(AnalyzersUnderTest.All).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id).Distinct()];
    }
}
