using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class LongStatementAgeNotPositiveTests
{
    [Theory]
    [InlineData("""[MariaDb("orders", LongStatementInSeconds = 1)]""")]
    [InlineData("""[MySql("orders")]""")]
    public Task A_second_is_not_reported(string written)
        => new ProjectBuilder(LongStatementAgeNotPositiveRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("MariaDb")]
    [InlineData("MySql")]
    public Task No_age_at_all_is_reported_and_becomes_the_least(string engine)
        => new ProjectBuilder(LongStatementAgeNotPositiveRule.RuleId)
            .WithSource(ProfileSource.With(engines: $"[{engine}(\"orders\", LongStatementInSeconds = [|0|])]"))
            .ShouldBecome(ProfileSource.With(engines: $"[{engine}(\"orders\", LongStatementInSeconds = 1)]"))
            .ValidateAsync();
}
