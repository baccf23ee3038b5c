using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class AttemptsExceedTimeoutTests
{
    [Theory]
    [InlineData("TimeoutInSeconds = 30, PreScriptNoOfRetries = 2")]
    [InlineData("PostScriptNoOfRetries = 100")]
    public Task Attempts_that_fit_are_not_reported(string written)
        => new ProjectBuilder(AttemptsExceedTimeoutRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("TimeoutInSeconds = 29, PreScriptNoOfRetries = [|2|]", "TimeoutInSeconds = 29, PreScriptNoOfRetries = 1")]
    [InlineData("TimeoutInSeconds = 19, PreScriptNoOfRetries = [|1|]", "TimeoutInSeconds = 19, PreScriptNoOfRetries = 0")]
    public Task Attempts_that_cannot_fit_are_reported_and_cut_to_those_that_do(string written, string mended)
        => new ProjectBuilder(AttemptsExceedTimeoutRule.RuleId)
            .WithSource(ProfileSource.With(", " + written))
            .ShouldBecome(ProfileSource.With(", " + mended))
            .ValidateAsync();

    [Theory]
    [InlineData("PreScriptNoOfRetries = [|int.MaxValue|]")]
    public Task A_constant_of_somebody_else_is_reported_and_not_changed(string written)
        => new ProjectBuilder(AttemptsExceedTimeoutRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();
}
