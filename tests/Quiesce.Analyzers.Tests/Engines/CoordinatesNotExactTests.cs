using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class CoordinatesNotExactTests
{
    [Theory]
    [InlineData("ExactCoordinates = true")]
    [InlineData("Method = MySqlQuiesce.ReadLock, ExactCoordinates = true")]
    [InlineData("Method = MySqlQuiesce.InstanceLock, ExactCoordinates = false")]
    [InlineData("Method = MySqlQuiesce.InstanceLock")]
    public Task A_claim_that_can_be_kept_is_not_reported(string settings) => Rule().WithSource(With(settings)).ValidateAsync();

    [Theory]
    [InlineData("Method = [|MySqlQuiesce.InstanceLock|], ExactCoordinates = true", "ExactCoordinates = true")]
    [InlineData("ExactCoordinates = Claims.Exact, Method = [|Claims.Method|]", "ExactCoordinates = Claims.Exact")]
    public Task A_claim_that_writes_run_past_is_reported_and_given_the_read_lock(string settings, string mended)
        => Rule().WithSource(With(settings)).WithSource(Constants).ShouldBecome(With(mended), Constants).ValidateAsync();

    private const string Constants = "static class Claims { public const bool Exact = true; public const Quiesce.MySqlQuiesce Method = Quiesce.MySqlQuiesce.InstanceLock; }";

    private static string With(string settings) => ProfileSource.With(engines: $"[MySql(\"orders\", {settings})]");

    private static ProjectBuilder Rule() => new(CoordinatesNotExactRule.RuleId);
}
