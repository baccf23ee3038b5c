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
    [InlineData("TimeoutInSeconds = 29, PreScriptNoOfRetries = [|2|]")]
    [InlineData("PreScriptNoOfRetries = [|int.MaxValue|]")]
    public Task Attempts_that_cannot_fit_are_reported(string written)
        => new ProjectBuilder(AttemptsExceedTimeoutRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();
}
