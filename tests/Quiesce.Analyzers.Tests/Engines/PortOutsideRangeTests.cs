using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class PortOutsideRangeTests
{
    [Theory]
    [InlineData("""[MariaDb("orders", Port = 1)]""")]
    [InlineData("""[PostgreSql("ledger", Port = 65535)]""")]
    public Task A_port_is_not_reported(string written)
        => new ProjectBuilder(PortOutsideRangeRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb("orders", Port = [|0|])]""", """[MariaDb("orders", Port = 1)]""")]
    [InlineData("""[PostgreSql("ledger", Port = [|65536|])]""", """[PostgreSql("ledger", Port = 65535)]""")]
    public Task What_is_no_port_is_reported_and_clamped(string written, string mended)
        => new ProjectBuilder(PortOutsideRangeRule.RuleId)
            .WithSource(ProfileSource.With(engines: written))
            .ShouldBecome(ProfileSource.With(engines: mended))
            .ValidateAsync();
}
