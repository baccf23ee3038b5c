using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class StopTimeoutOutsideRangeTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("59")]
    [InlineData("60 - 1")]
    [InlineData("Times.Stop")]
    public Task A_time_within_the_scripts_is_not_reported(string seconds)
        => Rule().WithSource(With(seconds)).WithSource("static class Times { public const int Stop = 59; }").ValidateAsync();

    [Theory]
    [InlineData("[|0|]", "1")]
    [InlineData("[|60|]", "59")]
    [InlineData("[|30 * 2|]", "59")]
    public Task A_time_outside_is_reported_and_clamped(string seconds, string mended)
        => Rule().WithSource(With(seconds)).ShouldBecome(With(mended)).ValidateAsync();

    [Fact]
    public Task A_named_time_is_mended_where_it_is_declared()
        => Rule()
            .WithSource(With("[|Times.Stop|]"))
            .WithSource("static class Times { public const int Stop = 60; }")
            .ShouldBecome(With("Times.Stop"), "static class Times { public const int Stop = 59; }")
            .ValidateAsync();

    private static string With(string seconds)
        => ProfileSource.With(", TimeoutInSeconds = 60", $"[SystemdUnits(\"workers\", \"worker.service\", StopTimeoutInSeconds = {seconds})]");

    private static ProjectBuilder Rule() => new(StopTimeoutOutsideRangeRule.RuleId);
}
