using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class FailoverTimeNotPositiveTests
{
    [Theory]
    [InlineData("""[MariaDb("orders", FailoverAfterInSeconds = 1)]""")]
    public Task A_second_is_not_reported(string written)
        => new ProjectBuilder(FailoverTimeNotPositiveRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("""[PostgreSql("ledger", FailoverAfterInSeconds = [|0|])]""", """[PostgreSql("ledger")]""")]
    public Task No_time_at_all_is_reported_and_left_out(string written, string mended)
        => new ProjectBuilder(FailoverTimeNotPositiveRule.RuleId)
            .WithSource(ProfileSource.With(engines: written))
            .ShouldBecome(ProfileSource.With(engines: mended))
            .ValidateAsync();
}
