using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Quiesce.Contract.Artifacts;
using Xunit;

namespace Quiesce.Generators.Tests;

public sealed class GeneratedPartTests
{
    [Fact]
    public void The_documented_profile_compiles_without_a_warning()
        => Assert.Empty(GeneratorRun.Over(Sources.WebShop).Diagnostics);

    [Fact]
    public void What_is_generated_compiles_as_CSharp_7_3()
        => Assert.Empty(GeneratorRun.Over(LanguageVersion.CSharp7_3, Sources.Profile()).Diagnostics);

    [Fact]
    public void The_members_give_the_texts_of_the_files()
    {
        var run = GeneratorRun.Over(Sources.WebShop);
        var artifacts = AssemblyRecords.Of(run).Artifacts.ToDictionary(artifact => artifact.Path, artifact => artifact.Text);
        var members = GeneratedMembersOf(run, "Shop.WebShop");

        Assert.Equal(artifacts["web-shop/" + ArtifactNames.Config], members("ConfigJson"));
        Assert.Equal(artifacts["web-shop/" + ArtifactNames.PreScript], members("PreScript"));
        Assert.Equal(artifacts["web-shop/" + ArtifactNames.PostScript], members("PostScript"));
    }

    [Fact]
    public void The_documentation_of_a_profile_shows_the_authors_summary_and_the_time_budget()
    {
        var run = GeneratorRun.Over(Sources.WebShop);
        var documentation = run.Output.GetTypeByMetadataName("Shop.WebShop")!.GetDocumentationCommentXml()!;

        Assert.Contains(
            "the pre script takes up to 30 s (steps 20 s, lock waits 10 s) and the post script up to 20 s, each of 120 s; the lease is 90 s, of which the host alone needs up to 67 s",
            documentation);
        Assert.Contains("<summary>", documentation);
    }

    [Theory]
    [InlineData("namespace @class.@event { [Quiesce.ConsistencyProfile(\"a\")] static partial class @static { [Quiesce.BeforeQuiesce] const string @const = \"true\"; } }")]
    [InlineData("partial struct Outer { partial interface I { partial record R { partial record struct S { [Quiesce.ConsistencyProfile(\"a\")] partial record Inner; } } } }")]
    [InlineData("namespace Acme.Quiesce { [global::Quiesce.ConsistencyProfile(\"a\")] static partial class Shop { } }")]
    [InlineData("[Quiesce.ConsistencyProfile(\"a\")] static partial class record { } [Quiesce.ConsistencyProfile(\"b\")] static partial class Record { }")]
    [InlineData("[Quiesce.ConsistencyProfile(\"a\")] partial class 店舗 { [Quiesce.BeforeQuiesce] const string Étape = \"true\"; }")]
    public void Any_legal_place_and_name_takes_the_generated_part(string source)
    {
        var run = GeneratorRun.Over(source);

        Assert.Null(run.Result.Exception);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.NotEmpty(AssemblyRecords.Of(run).Artifacts);
    }

    [Fact]
    public void Windows_line_ends_of_the_source_do_not_reach_the_script()
    {
        const string Source = "using Quiesce; [ConsistencyProfile(\"a\")] static partial class A {\r\n [BeforeQuiesce] const string Step = @\"one\r\ntwo\"; }";

        Assert.All(AssemblyRecords.Of(GeneratorRun.Over(Source)).Artifacts, artifact => Assert.DoesNotContain('\r', artifact.Text));
    }

    [Fact]
    public void Two_projects_that_see_each_others_internals_compile_without_ambiguity()
    {
        var library = GeneratorRun.Over(Sources.Profile(before: "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Consumer\")]"));
        var consumer = GeneratorRun.Over(library.Output.ToMetadataReference(), Sources.Profile(name: "other").Replace("WebShop", "Other", StringComparison.Ordinal));

        Assert.Empty(consumer.Diagnostics);
    }

    [Fact]
    public void Three_hundred_profiles_fit_into_one_assembly()
    {
        var profiles = Enumerable.Range(0, 300).Select(index => Sources.Profile(name: $"shop-{index}").Replace("WebShop", $"Shop{index}", StringComparison.Ordinal));

        Assert.Equal(300 * 5, AssemblyRecords.Of(GeneratorRun.Over([.. profiles])).Artifacts.Count);
    }

    private static Func<string, object?> GeneratedMembersOf(GeneratorRun run, string type)
    {
        var assembly = AssemblyRecords.Load(run.Output);
        return member => assembly.GetType(type)!.GetProperty(member)!.GetValue(null);
    }
}
