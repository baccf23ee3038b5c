using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class EngineNameSharedTests
{
    [Theory]
    [InlineData("""[MariaDb("orders"), PostgreSql("ledger")]""")]
    public Task Two_names_are_not_reported(string written)
        => new ProjectBuilder(EngineNameSharedRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb("orders"), PostgreSql([|"orders"|])]""")]
    public Task The_second_engine_of_a_name_is_reported(string written)
        => new ProjectBuilder(EngineNameSharedRule.RuleId).WithSource(ProfileSource.With(engines: written)).ShouldNotBeFixed().ValidateAsync();
}
