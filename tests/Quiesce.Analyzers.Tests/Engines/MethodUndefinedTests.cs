using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class MethodUndefinedTests
{
    [Theory]
    [InlineData("""[MariaDb("orders", Method = MariaDbQuiesce.ReadLock)]""")]
    [InlineData("""[MariaDb("orders", Method = (MariaDbQuiesce)1)]""")]
    public Task A_named_method_is_not_reported(string written)
        => new ProjectBuilder(MethodUndefinedRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb("orders", Method = [|(MariaDbQuiesce)7|])]""")]
    [InlineData("""[MySql("orders", Method = [|(MySqlQuiesce)(-1)|])]""")]
    [InlineData("""[PostgreSql("ledger", Method = [|(PostgreSqlQuiesce)9|])]""")]
    [InlineData("""[MongoDb("carts", Method = [|(MongoDbQuiesce)2|])]""")]
    public Task A_number_without_a_name_is_reported(string written)
        => new ProjectBuilder(MethodUndefinedRule.RuleId).WithSource(ProfileSource.With(engines: written)).ShouldNotBeFixed().ValidateAsync();
}
