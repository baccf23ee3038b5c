using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Budgets;

public sealed class StallingEngineFirstTests
{
    [Theory]
    [InlineData("""[PostgreSql("ledger"), MariaDb("orders")]""")]
    [InlineData("""[MariaDb("orders"), MySql("users")]""")]
    [InlineData("""[MySql("users", Method = MySqlQuiesce.InstanceLock), MariaDb("orders")]""")]
    public Task The_gentlest_order_is_not_reported(string engines)
        => Rule().WithSource(ProfileSource.With(engines: engines)).ValidateAsync();

    [Theory]
    [InlineData("""[[|MariaDb|]("orders"), PostgreSql("ledger")]""", """[PostgreSql("ledger"), MariaDb("orders")]""")]
    [InlineData(
        """
        [[|MariaDb|]("orders")] // orders
        /* the ledger */
        [PostgreSql("ledger")] // ledger
        [MySql("users")]
        """,
        """
        [PostgreSql("ledger")] // ledger
        /* the ledger */
        [MariaDb("orders")] // orders
        [MySql("users")]
        """)]
    public Task A_stalling_engine_before_another_is_reported_and_put_after_it(string engines, string reordered)
        => Rule().WithSource(ProfileSource.With(engines: engines)).ShouldBecome(ProfileSource.With(engines: reordered)).ValidateAsync();

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    public Task Two_stalling_engines_of_one_profile_are_put_last_at_once(FixAllScope scope)
        => Rule()
            .WithSource(ProfileSource.With(engines: """[[|MariaDb|]("orders"), [|MySql|]("users"), PostgreSql("ledger")]"""))
            .ByFixingAll(scope)
            .ShouldBecome(ProfileSource.With(engines: """[PostgreSql("ledger"), MariaDb("orders"), MySql("users")]"""))
            .ValidateAsync();

    private static ProjectBuilder Rule() => new(StallingEngineFirstRule.RuleId);
}
