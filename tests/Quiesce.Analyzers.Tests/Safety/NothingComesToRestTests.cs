using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Safety;

public sealed class NothingComesToRestTests
{
    [Fact]
    public async Task An_engine_or_a_step_is_enough()
    {
        await Rule().WithSource(ProfileSource.With()).ValidateAsync();
        await Rule().WithSource(ProfileSource.With(engines: "", body: "    [BeforeQuiesce] private const string Step = \"sync\";")).ValidateAsync();
    }

    [Fact]
    public Task Shared_defaults_are_no_profile()
        => Rule().WithSource("[assembly: Quiesce.ProfileDefaults(TimeoutInSeconds = 60)]").WithSource(ProfileSource.With()).ValidateAsync();

    [Fact]
    public Task A_profile_of_nothing_is_reported()
        => Rule()
            .WithSource(ProfileSource.With(engines: "").Replace("ConsistencyProfile", "[|ConsistencyProfile|]", System.StringComparison.Ordinal))
            .ShouldNotBeFixed()
            .ValidateAsync();

    private static ProjectBuilder Rule() => new(NothingComesToRestRule.RuleId);
}
