using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Budgets;

public sealed class StepTimeoutOutsideContractTests
{
    [Theory]
    [InlineData("""[BeforeQuiesce(TimeoutInSeconds = 1)] private const string Step = "true";""")]
    [InlineData("""[AfterRelease(TimeoutInSeconds = 1800)] private const string Step = "true";""")]
    public Task A_step_with_time_is_not_reported(string written)
        => new ProjectBuilder(StepTimeoutOutsideContractRule.RuleId).WithSource(ProfileSource.With(body: "    " + written)).ValidateAsync();

    [Theory]
    [InlineData("""[BeforeQuiesce(TimeoutInSeconds = [|0|])] private const string Step = "true";""", """[BeforeQuiesce(TimeoutInSeconds = 1)] private const string Step = "true";""")]
    [InlineData("""[AfterRelease(TimeoutInSeconds = [|1801|])] private const string Step = "true";""", """[AfterRelease(TimeoutInSeconds = 1800)] private const string Step = "true";""")]
    public Task A_step_without_time_or_with_too_much_is_reported_and_clamped(string written, string mended)
        => new ProjectBuilder(StepTimeoutOutsideContractRule.RuleId)
            .WithSource(ProfileSource.With(body: "    " + written))
            .ShouldBecome(ProfileSource.With(body: "    " + mended))
            .ValidateAsync();
}
