using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Quiesce.Generators;
using Quiesce.Tests;
using Xunit;

namespace Quiesce.Analyzers.Tests.Samples;

/// <summary>What the build step fails on does not come from an analyzer, and so needs none to be switched on.</summary>
public sealed class RuleRejectionTests
{
    /// <summary>What is no profile is not compiled, and leaves nothing to reject.</summary>
    public static TheoryData<string> Labels => [.. RuleSamples.ByLabel.Where(sample => sample.Value.RuleId != StrayParts.RuleId).Select(sample => sample.Key)];

    [Theory]
    [MemberData(nameof(Labels))]
    public void An_error_leaves_a_rejection_in_the_assembly_and_nothing_less_does(string label)
    {
        var sample = RuleSamples.ByLabel[label];
        var isError = RuleTable.All.Any(rule => rule.Id == sample.RuleId && rule.Severity == RuleSeverity.Error);

        Assert.Equal(isError, IsRejected(sample, fires: true));
        Assert.False(IsRejected(sample, fires: false));
    }

    private static bool IsRejected(RuleSample sample, bool fires)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp13);
        var source = CSharpSyntaxTree.ParseText(MarkedSource.Unmarked(sample.Written(Writing.Literal, fires).Source), options);
        var compilation = CSharpCompilation.Create("Shop", [source], ConsumerReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var generated = CSharpGeneratorDriver.Create([new ProfileGenerator().AsSourceGenerator()], parseOptions: options).RunGenerators(compilation).GetRunResult().GeneratedTrees;
        return generated.Any(tree => tree.ToString().Contains($"\"{sample.RuleId}\"", StringComparison.Ordinal));
    }
}
