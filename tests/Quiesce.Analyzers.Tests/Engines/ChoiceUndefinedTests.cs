using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class ChoiceUndefinedTests
{
    [Theory]
    [InlineData("""[MariaDb("orders", Role = RolePolicy.ReplicaOnly, Cluster = MariaDbCluster.Galera, LongStatements = LongStatementPolicy.Kill)]""")]
    [InlineData("""[PostgreSql("ledger", Role = (RolePolicy)1, Cluster = (PostgreSqlCluster)1)]""")]
    [InlineData("""[Redis("cache", Role = RolePolicy.PrimaryOnly)]""")]
    [InlineData("""[MongoDb("carts", Role = RolePolicy.ReplicaOnly)]""")]
    public Task A_named_choice_is_not_reported(string written)
        => new ProjectBuilder(ChoiceUndefinedRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb("orders", Role = [|(RolePolicy)3|])]""")]
    [InlineData("""[PostgreSql("ledger", Role = [|(RolePolicy)(-1)|])]""")]
    [InlineData("""[Redis("cache", Role = [|(RolePolicy)3|])]""")]
    [InlineData("""[MongoDb("carts", Role = [|(RolePolicy)3|])]""")]
    [InlineData("""[MariaDb("orders", Cluster = [|(MariaDbCluster)2|])]""")]
    [InlineData("""[MySql("orders", Cluster = [|(MySqlCluster)2|])]""")]
    [InlineData("""[PostgreSql("ledger", Cluster = [|(PostgreSqlCluster)2|])]""")]
    [InlineData("""[MySql("orders", LongStatements = [|(LongStatementPolicy)3|])]""")]
    [InlineData("""[MariaDb("orders", LongStatements = [|(LongStatementPolicy)3|])]""")]
    public Task A_number_without_a_name_is_reported(string written)
        => new ProjectBuilder(ChoiceUndefinedRule.RuleId).WithSource(ProfileSource.With(engines: written)).ShouldNotBeFixed().ValidateAsync();
}
