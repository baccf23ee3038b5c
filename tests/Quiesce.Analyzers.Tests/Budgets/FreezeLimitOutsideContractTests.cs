using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Budgets;

public sealed class FreezeLimitOutsideContractTests
{
    [Theory]
    [InlineData("FreezeLimitInSeconds = 1")]
    [InlineData("FreezeLimitInSeconds = 60")]
    public Task A_limit_within_the_range_is_not_reported(string written)
        => new ProjectBuilder(FreezeLimitOutsideContractRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("FreezeLimitInSeconds = [|0|]", "FreezeLimitInSeconds = 1")]
    [InlineData("LeaseInSeconds = 100, FreezeLimitInSeconds = [|61|]", "LeaseInSeconds = 100, FreezeLimitInSeconds = 60")]
    public Task A_limit_outside_the_range_is_reported_and_clamped(string written, string mended)
        => new ProjectBuilder(FreezeLimitOutsideContractRule.RuleId)
            .WithSource(ProfileSource.With(", " + written))
            .ShouldBecome(ProfileSource.With(", " + mended))
            .ValidateAsync();
}
