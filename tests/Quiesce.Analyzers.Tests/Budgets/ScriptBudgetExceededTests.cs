using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Budgets;

public sealed class ScriptBudgetExceededTests
{
    [Fact]
    public Task Steps_and_lock_waits_that_fit_are_not_reported()
        => Rule().WithSource(With(", TimeoutInSeconds = 40", before: 30, after: 40)).ValidateAsync();

    [Fact]
    public Task A_pre_script_that_may_take_longer_is_reported_and_given_its_time()
        => Rule()
            .WithSource(With(", TimeoutInSeconds = [|40|]", before: 31, after: 1))
            .ShouldBecome(With(", TimeoutInSeconds = 41", before: 31, after: 1))
            .ValidateAsync();

    [Fact]
    public Task A_post_script_that_may_take_longer_is_reported_and_given_its_time()
        => Rule()
            .WithSource(With(", TimeoutInSeconds = [|40|]", before: 1, after: 41))
            .ShouldBecome(With(", TimeoutInSeconds = 41", before: 1, after: 41))
            .ValidateAsync();

    [Theory]
    [InlineData("30", "30")]
    [InlineData("[|29|]", "30")]
    public async Task Units_are_stopped_one_after_the_other(string timeout, string mended)
    {
        const string Units = "[SystemdUnits(\"workers\", \"a.service\", \"b.service\", StopTimeoutInSeconds = 15)]";
        var test = Rule().WithSource(ProfileSource.With($", TimeoutInSeconds = {timeout}", Units));
        await (timeout == mended ? test : test.ShouldBecome(ProfileSource.With($", TimeoutInSeconds = {mended}", Units))).ValidateAsync();
    }

    [Fact]
    public Task The_default_timeout_is_reported_at_the_profile_and_set()
        => Rule()
            .WithSource(With("", before: 30, after: 1).Replace("ConsistencyProfile", "[|ConsistencyProfile|]", System.StringComparison.Ordinal))
            .ShouldBecome(With(", TimeoutInSeconds = 40", before: 30, after: 1))
            .ValidateAsync();

    [Fact]
    public Task More_time_than_a_script_can_have_is_reported_and_not_fixed()
        => Rule().WithSource(With(", TimeoutInSeconds = [|1800|]", before: 1800, after: 1)).ShouldNotBeFixed().ValidateAsync();

    private static string With(string settings, int before, int after) => ProfileSource.With(settings, body: $$"""
            [BeforeQuiesce(TimeoutInSeconds = {{before}})] private const string Before = "true";
            [AfterRelease(TimeoutInSeconds = {{after}})] private const string After = "true";
        """);

    private static ProjectBuilder Rule() => new(ScriptBudgetExceededRule.RuleId);
}
