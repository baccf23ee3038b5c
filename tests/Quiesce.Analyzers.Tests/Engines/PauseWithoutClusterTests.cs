using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class PauseWithoutClusterTests
{
    [Theory]
    [InlineData("""[MariaDb("orders", Cluster = MariaDbCluster.Galera, PauseCluster = true)]""")]
    [InlineData("""[PostgreSql("ledger", Cluster = PostgreSqlCluster.Patroni, PauseCluster = true)]""")]
    [InlineData("""[MySql("orders", PauseCluster = false)]""")]
    public Task A_named_cluster_or_none_to_pause_is_not_reported(string written)
        => new ProjectBuilder(PauseWithoutClusterRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb("orders", PauseCluster = [|true|])]""", """[MariaDb("orders")]""")]
    [InlineData("""[PostgreSql("ledger", PauseCluster = [|true|], Port = 5433)]""", """[PostgreSql("ledger", Port = 5433)]""")]
    public Task A_pause_of_nothing_is_reported_and_left_out(string written, string mended)
        => new ProjectBuilder(PauseWithoutClusterRule.RuleId)
            .WithSource(ProfileSource.With(engines: written))
            .ShouldBecome(ProfileSource.With(engines: mended))
            .ValidateAsync();
}
