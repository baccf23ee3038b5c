using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Steps;

public sealed class UndoUnknownTests
{
    [Fact]
    public Task A_const_string_of_the_class_is_not_reported()
        => Rule().WithSource(Steps("nameof(ResumeWorkers)")).ValidateAsync();

    [Theory]
    [InlineData("[|\"ResumeWorker\"|]")]
    [InlineData("[|\"resumeWorkers\"|] /* why */")]
    public Task A_misspelt_name_is_reported_and_mended(string written)
        => Rule()
            .WithSource(Steps(written))
            .ShouldBecome(Steps(written.Contains("why", System.StringComparison.Ordinal) ? "nameof(ResumeWorkers) /* why */" : "nameof(ResumeWorkers)"))
            .ValidateAsync();

    [Fact]
    public Task Two_misspelt_names_are_mended_at_once()
        => Rule()
            .WithSource(Steps("[|\"ResumeWorker\"|]", "[|\"ResumeWorkerz\"|]"))
            .ByFixingAll(FixAllScope.Document)
            .ShouldBecome(Steps("nameof(ResumeWorkers)", "nameof(ResumeWorkers)"))
            .ValidateAsync();

    [Fact]
    public Task A_name_unlike_any_other_is_added_where_the_step_says_what_it_must_be()
        => Rule()
            .WithSource(ProfileSource.With(body: """
                    [BeforeQuiesce(Undo = [|"Wake"|])]
                    private const string Drain = "systemctl stop worker";
                """))
            .ShouldBecome(ProfileSource.With(body: """
                    [BeforeQuiesce(Undo = nameof(Wake))]
                    private const string Drain = "systemctl stop worker";

                    private const string Wake = "systemctl start worker";
                """))
            .ValidateAsync();

    [Theory]
    [InlineData("[|\"Else\"|]")]
    [InlineData("[|\"ResumeWorkerA\"|]")]
    [InlineData("[|Names.Undo|]")]
    public Task Where_nothing_is_certain_nothing_is_offered(string written)
        => Rule()
            .WithSource(Steps(written).Replace("ResumeWorkers", "ResumeWorkerB", System.StringComparison.Ordinal).Replace("string Second", "string ResumeWorkerC", System.StringComparison.Ordinal))
            .WithSource("static class Names { public const string Undo = \"ResumeWorkr\"; }")
            .ShouldNotBeFixed()
            .ValidateAsync();

    private static string Steps(string first, string second = "nameof(ResumeWorkers)") => ProfileSource.With(body: $"""
            [BeforeQuiesce(TimeoutInSeconds = 5, Undo = {first})]
            private const string First = "true";

            [BeforeQuiesce(Undo = {second})]
            private const string Second = "true";

            private const string ResumeWorkers = "true";
        """);

    private static ProjectBuilder Rule() => new(UndoUnknownRule.RuleId);
}
