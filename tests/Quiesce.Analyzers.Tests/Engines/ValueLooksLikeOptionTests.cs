using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class ValueLooksLikeOptionTests
{
    [Theory]
    [InlineData("""[MariaDb("orders", User = "back-up", OsUser = "svc-db")]""")]
    public Task A_dash_elsewhere_is_not_reported(string written)
        => new ProjectBuilder(ValueLooksLikeOptionRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb("orders", User = [|"-u"|])]""")]
    [InlineData("""[MySql("orders", Socket = [|"--socket=/x"|])]""")]
    [InlineData("""[PostgreSql("ledger", Database = [|"-c"|], OsUser = "postgres")]""")]
    public Task A_value_that_starts_with_a_dash_is_reported(string written)
        => new ProjectBuilder(ValueLooksLikeOptionRule.RuleId).WithSource(ProfileSource.With(engines: written)).ShouldNotBeFixed().ValidateAsync();
}
