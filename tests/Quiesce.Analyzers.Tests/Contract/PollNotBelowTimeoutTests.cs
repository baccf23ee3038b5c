using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class PollNotBelowTimeoutTests
{
    [Theory]
    [InlineData("TimeoutInSeconds = 6, ScriptsExecutionPollTimeSeconds = 5")]
    [InlineData("TimeoutInSeconds = 4")]
    [InlineData("TimeoutInSeconds = 5, ScriptsExecutionPollTimeSeconds = 6")]
    public Task A_poll_time_below_the_timeout_is_not_reported(string written)
        => new ProjectBuilder(PollNotBelowTimeoutRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("TimeoutInSeconds = [|5|], ScriptsExecutionPollTimeSeconds = 5", "TimeoutInSeconds = 6, ScriptsExecutionPollTimeSeconds = 5")]
    [InlineData("TimeoutInSeconds = [|3|]", "TimeoutInSeconds = 4")]
    public Task A_timeout_that_ends_before_the_first_look_is_reported_and_raised(string written, string mended)
        => new ProjectBuilder(PollNotBelowTimeoutRule.RuleId)
            .WithSource(ProfileSource.With(", " + written))
            .ShouldBecome(ProfileSource.With(", " + mended))
            .ValidateAsync();
}
