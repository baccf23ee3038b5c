using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class ClusterRoleUndecidedTests
{
    [Theory]
    [InlineData("[PostgreSql(\"ledger\")]")]
    [InlineData("[PostgreSql(\"ledger\", Cluster = PostgreSqlCluster.Patroni, Role = RolePolicy.ReplicaOnly)]")]
    [InlineData("[PostgreSql(\"ledger\", Cluster = PostgreSqlCluster.Patroni, PauseCluster = true)]")]
    [InlineData("[MySql(\"orders\", Cluster = MySqlCluster.None)]")]
    public Task A_member_that_knows_what_to_do_is_not_reported(string engine) => Rule().WithSource(ProfileSource.With(engines: engine)).ValidateAsync();

    [Theory]
    [InlineData("[PostgreSql(\"ledger\", Cluster = [|PostgreSqlCluster.Patroni|])]")]
    [InlineData("[MySql(\"orders\", Cluster = [|MySqlCluster.Galera|], PauseCluster = false)]")]
    [InlineData("[MariaDb(\"orders\", Role = RolePolicy.Any, Cluster = [|MariaDbCluster.Galera|])]")]
    public Task A_member_of_a_cluster_without_a_policy_is_reported(string engine) => Rule().WithSource(ProfileSource.With(engines: engine)).ShouldNotBeFixed().ValidateAsync();

    private static ProjectBuilder Rule() => new(ClusterRoleUndecidedRule.RuleId);
}
