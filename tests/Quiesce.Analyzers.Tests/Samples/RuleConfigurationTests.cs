using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Quiesce.Analyzers.Tests.Harness;
using Xunit;

namespace Quiesce.Analyzers.Tests.Samples;

/// <summary>What is below an error is for its author to decide; an error is for nobody, because the host will not follow.</summary>
public sealed class RuleConfigurationTests
{
    public static TheoryData<string> Errors => [.. RuleSamples.ByLabel.Where(sample => IsError(sample.Value)).Select(sample => sample.Key)];

    public static TheoryData<string> BelowErrors => [.. RuleSamples.ByLabel.Where(sample => !IsError(sample.Value)).Select(sample => sample.Key)];

    [Theory]
    [MemberData(nameof(BelowErrors))]
    public async Task A_rule_below_error_is_configured_and_suppressed_at_the_argument(string label)
    {
        var sample = RuleSamples.ByLabel[label];
        var source = sample.Written(Writing.Literal, fires: true).Source;
        await Project(sample, MarkedSource.Unmarked(source)).WithEditorConfig(Severity(sample, "none")).ValidateAsync();
        await Project(sample, source).WithEditorConfig(Severity(sample, "error")).WithSeverity(DiagnosticSeverity.Error).ValidateAsync();
        await Project(sample, MarkedSource.Unmarked(InPragmas(source, sample.RuleId))).ValidateAsync();
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_stays_one_whatever_is_configured_or_suppressed(string label)
    {
        var sample = RuleSamples.ByLabel[label];
        var source = sample.Written(Writing.Literal, fires: true).Source;
        await Project(sample, source).WithEditorConfig(Severity(sample, "none")).WithSeverity(DiagnosticSeverity.Error).ValidateAsync();
        await Project(sample, InPragmas(source, sample.RuleId)).WithSeverity(DiagnosticSeverity.Error).ValidateAsync();
    }

    private static bool IsError(RuleSample sample) => Descriptors.All.Single(descriptor => descriptor.Id == sample.RuleId).DefaultSeverity == DiagnosticSeverity.Error;

    private static ProjectBuilder Project(RuleSample sample, string source) => new ProjectBuilder(sample.RuleId).WithSource(source);

    private static string Severity(RuleSample sample, string severity) => $"root = true\n[*.cs]\ndotnet_diagnostic.{sample.RuleId}.severity = {severity}\n";

    /// <summary>A pragma on a line in front of the very token that is blamed, and its end on one behind.</summary>
    private static string InPragmas(string markup, string id)
    {
        var (text, marks) = MarkedSource.Parse(markup, id);
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        foreach (var (_, span) in marks.OrderByDescending(mark => mark.Span.Start))
        {
            var (start, end) = (root.FindToken(span.Start).SpanStart, root.FindToken(span.End - 1).Span.End);
            var marked = $"{text[start..span.Start]}[|{text[span.Start..span.End]}|]{text[span.End..end]}";
            text = $"{text[..start]}\n#pragma warning disable {id}\n{marked}\n#pragma warning restore {id}\n{text[end..]}";
        }

        return text;
    }
}
