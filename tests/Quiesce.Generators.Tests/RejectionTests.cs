using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Generators.Tests;

public sealed class RejectionTests
{
    [Theory]
    [InlineData("class Shop { }", ProfileNotPartialRule.RuleId)]
    [InlineData("partial class Shop<T> { }", ProfileGenericRule.RuleId)]
    [InlineData("abstract partial class Shop { }", ProfileAbstractRule.RuleId)]
    [InlineData("file partial class Shop { }", ProfileFileLocalRule.RuleId)]
    [InlineData("partial class Shop { [BeforeQuiesce] static string step = \"true\"; }", StepNotConstStringRule.RuleId)]
    [InlineData("partial class Shop { public const int ConfigJson = 0; }", GeneratedMemberOccupiedRule.RuleId)]
    public void A_class_that_cannot_be_a_profile_is_rejected_and_never_silently_absent(string declaration, string id)
    {
        var records = AssemblyRecords.Of(GeneratorRun.Over("using Quiesce; [ConsistencyProfile(\"shop\"), MariaDb(\"orders\")] " + declaration));

        Assert.Empty(records.Artifacts);
        Assert.Contains(id, records.Rejections.Select(rejection => rejection.RuleId));
    }

    [Fact]
    public void Two_profiles_of_one_name_are_both_rejected()
    {
        var records = AssemblyRecords.Of(GeneratorRun.Over(Sources.Profile(), Sources.Profile().Replace("WebShop", "Other", StringComparison.Ordinal)));

        Assert.Equal(["Other", "WebShop"], records.Rejections.Select(rejection => rejection.TypeName).Order(StringComparer.Ordinal));
        Assert.All(records.Rejections, rejection => Assert.Equal(ProfileNameSharedRule.RuleId, rejection.RuleId));
    }

    [Fact]
    public void A_constant_that_only_the_compiler_will_see_is_rejected()
    {
        var run = GeneratorRun.Over(Sources.Profile(", TimeoutInSeconds = Generated.Timeout"));
        var complete = run.Output.AddSyntaxTrees(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(
            "static class Generated { public const int Timeout = 60; }",
            (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)run.Output.SyntaxTrees.First().Options,
            cancellationToken: TestContext.Current.CancellationToken));

        Assert.DoesNotContain(complete.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(ConstantUnreadableRule.RuleId, Assert.Single(AssemblyRecords.Of(complete).Rejections).RuleId);
    }

    [Fact]
    public void The_generated_members_of_a_rejected_profile_say_why_they_have_nothing_to_give()
    {
        var source = string.Concat(GeneratorRun.Over(Sources.Profile(", TimeoutInSeconds = 1801")).Result.GeneratedSources.Select(generated => generated.SourceText.ToString()));

        Assert.Contains("throw new global::System.InvalidOperationException(\"QSC1001: TimeoutInSeconds is 1801; the host accepts 1 to 1800 seconds\")", source);
    }
}
