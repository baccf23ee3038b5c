using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Steps;

/// <summary>Where in the C# source a finding in a step's shell is shown. What is found is tested beside the rules.</summary>
public sealed class StepTextTests
{
    [Theory]
    [InlineData(""" "a; [|source|] b" """)]
    [InlineData(""" "a \"b\"\n[|source|] c" """)]
    [InlineData(""" @"a ""b""; [|source|] c" """)]
    [InlineData("\"\"\"a \"b\"; [|source|] c\"\"\"")]
    [InlineData("\"\"\"\n        a\n          [|source|] b\n        c\n        \"\"\"")]
    [InlineData("\"\"\"\r\n        a\r\n\r\n        [|source|] b\r\n        \"\"\"")]
    [InlineData("@\"a\r\n[|source|] b\"")]
    public Task The_command_itself_is_marked_in_a_literal(string literal) => Shows(literal);

    [Theory]
    [InlineData(""" [|"a; " + "source b"|] """)]
    [InlineData(""" [|"\u0061; source b"|] """)]
    [InlineData(""" [|Test|]; private const string Test = "source b" """)]
    public Task The_whole_value_is_marked_where_text_and_source_differ(string value) => Shows(value);

    [Fact]
    public Task A_text_that_ends_too_early_has_no_place_but_its_own()
        => new ProjectBuilder(StepUnparsableRule.RuleId).WithSource(Step(""" [|"if a; then b"|] """)).ValidateAsync();

    [Fact]
    public Task A_finding_in_an_undo_is_shown_where_the_step_names_it()
        => new ProjectBuilder(BeyondPosixRule.RuleId)
            .WithSource(ProfileSource.With(body: """
                [BeforeQuiesce(Undo = [|nameof(Resume)|])]
                private const string Drain = "a";

                private const string Resume = "source b";
            """))
            .ValidateAsync();

    private static Task Shows(string value) => new ProjectBuilder(BeyondPosixRule.RuleId).WithSource(Step(value)).ValidateAsync();

    private static string Step(string value) => ProfileSource.With(body: $"""
            [BeforeQuiesce]
            private const string Drain = {value};
        """);
}
