using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Steps;

public sealed class ReplacedWordTests
{
    [Theory]
    [InlineData("\"a; [|source|] ./env\"", "\"a; . ./env\"")]
    [InlineData("@\"[|source|] /etc/env\"", "@\". /etc/env\"")]
    [InlineData("\"[ a [|==|] b ]\"", "\"[ a = b ]\"")]
    public Task A_word_of_bash_is_replaced_by_that_of_POSIX(string text, string mended) => Mends(BeyondPosixRule.RuleId, text, mended);

    [Theory]
    [InlineData("\"[|sudo|] systemctl daemon-reload\"", "\"sudo -n systemctl daemon-reload\"")]
    [InlineData("\"\"\"\n        true\n          [|sudo|] -u shop true\n        \"\"\"", "\"\"\"\n        true\n          sudo -n -u shop true\n        \"\"\"")]
    public Task Sudo_is_told_not_to_ask(string text, string mended) => Mends(StepWaitsForSomebodyRule.RuleId, text, mended);

    [Fact]
    public Task All_are_replaced_at_once()
        => new ProjectBuilder(BeyondPosixRule.RuleId)
            .WithSource(Step("\"[|source|] ./a; true; [|source|] ./b\""))
            .WithSource(Step("\"[|source|] ./c\"").Replace("WebShop", "Other", System.StringComparison.Ordinal).Replace("web-shop", "other", System.StringComparison.Ordinal))
            .ByFixingAll()
            .ShouldBecome(Step("\". ./a; true; . ./b\""), Step("\". ./c\"").Replace("WebShop", "Other", System.StringComparison.Ordinal).Replace("web-shop", "other", System.StringComparison.Ordinal))
            .ValidateAsync();

    [Theory]
    [InlineData("\"[|source|] env\"")]
    [InlineData("[|\"source \" + \"./env\"|]")]
    [InlineData("[|Steps.Load|]")]
    [InlineData("\"[|'source'|] ./env\"")]
    public Task Where_the_word_is_not_all_nothing_is_offered(string text)
        => new ProjectBuilder(BeyondPosixRule.RuleId)
            .WithSource(Step(text))
            .WithSource("static class Steps { public const string Load = \"source ./env\"; }")
            .ShouldNotBeFixed()
            .ValidateAsync();

    private static Task Mends(string rule, string text, string mended) => new ProjectBuilder(rule).WithSource(Step(text)).ShouldBecome(Step(mended)).ValidateAsync();

    private static string Step(string text) => ProfileSource.With(body: $"    [BeforeQuiesce] private const string Step = {text};");
}
