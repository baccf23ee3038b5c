using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class PollTimeOutsideContractTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("5")]
    public Task A_poll_time_within_the_range_is_not_reported(string poll)
        => Rule().WithSource(ProfileSource.With($", ScriptsExecutionPollTimeSeconds = {poll}")).ValidateAsync();

    [Theory]
    [InlineData("0", "1")]
    [InlineData("6", "5")]
    public Task A_poll_time_outside_the_range_is_reported_and_clamped(string poll, string nearest)
        => Rule()
            .WithSource(ProfileSource.With($", ScriptsExecutionPollTimeSeconds = [|{poll}|]"))
            .ShouldBecome(ProfileSource.With($", ScriptsExecutionPollTimeSeconds = {nearest}"))
            .ValidateAsync();

    private static ProjectBuilder Rule() => new(PollTimeOutsideContractRule.RuleId);
}
