using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Budgets;

public sealed class LeaseTooShortForHostTests
{
    [Theory]
    [InlineData("LeaseInSeconds = 71")]
    [InlineData("LeaseInSeconds = 20, ScriptsExecutionPollTimeSeconds = 5, FreezeLimitInSeconds = 5")]
    public Task A_lease_that_covers_the_hosts_delays_is_not_reported(string settings)
        => Rule().WithSource(ProfileSource.With(", " + settings)).ValidateAsync();

    [Theory]
    [InlineData("LeaseInSeconds = [|70|]", "LeaseInSeconds = 71")]
    [InlineData("ScriptsExecutionPollTimeSeconds = 5, FreezeLimitInSeconds = 5, LeaseInSeconds = [|19|]", "ScriptsExecutionPollTimeSeconds = 5, FreezeLimitInSeconds = 5, LeaseInSeconds = 20")]
    public Task A_lease_below_the_hosts_delays_is_reported_and_raised_to_them(string settings, string nearest)
        => Rule().WithSource(ProfileSource.With(", " + settings)).ShouldBecome(ProfileSource.With(", " + nearest)).ValidateAsync();

    [Fact]
    public Task A_default_that_is_too_short_only_for_one_profile_is_reported_and_fixed_there()
        => Rule()
            .WithSource("[assembly: Quiesce.ProfileDefaults(LeaseInSeconds = 71)]")
            .WithSource(ProfileSource.With(", ScriptsExecutionPollTimeSeconds = 4").Replace("ConsistencyProfile", "[|ConsistencyProfile|]"))
            .ShouldBecome("[assembly: Quiesce.ProfileDefaults(LeaseInSeconds = 71)]", ProfileSource.With(", ScriptsExecutionPollTimeSeconds = 4, LeaseInSeconds = 73"))
            .ValidateAsync();

    private static ProjectBuilder Rule() => new(LeaseTooShortForHostRule.RuleId);
}
