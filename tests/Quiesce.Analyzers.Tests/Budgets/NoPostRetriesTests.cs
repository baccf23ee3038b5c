using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Budgets;

public sealed class NoPostRetriesTests
{
    [Fact]
    public async Task Another_attempt_or_nothing_held_is_not_reported()
    {
        await Rule().WithSource(ProfileSource.With(", PostScriptNoOfRetries = 1")).ValidateAsync();
        await Rule().WithSource(ProfileSource.With(engines: "[PostgreSql(\"ledger\")]")).ValidateAsync();
    }

    [Fact]
    public async Task A_single_attempt_is_reported_and_given_others()
    {
        await Rule()
            .WithSource(ProfileSource.With(", PostScriptNoOfRetries = [|0|]"))
            .ShouldBecome(ProfileSource.With(", PostScriptNoOfRetries = 3"))
            .ValidateAsync();
        await Rule()
            .WithSource(ProfileSource.With().Replace("ConsistencyProfile", "[|ConsistencyProfile|]", System.StringComparison.Ordinal))
            .ShouldBecome(ProfileSource.With(", PostScriptNoOfRetries = 3"))
            .ValidateAsync();
    }

    private static ProjectBuilder Rule() => new(NoPostRetriesRule.RuleId);
}
