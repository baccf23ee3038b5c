using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class EngineNameUnusableTests
{
    [Theory]
    [InlineData("""[MariaDb("orders-2_a")]""")]
    [InlineData("""[MariaDb("0")]""")]
    public Task A_usable_name_is_not_reported(string written)
        => new ProjectBuilder(EngineNameUnusableRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb([|"Orders DB"|])]""", """[MariaDb("orders-db")]""")]
    [InlineData("""[MySql([|"-orders/1"|])]""", """[MySql("orders-1")]""")]
    public Task A_name_that_no_file_should_have_is_reported_and_mended(string written, string mended)
        => new ProjectBuilder(EngineNameUnusableRule.RuleId)
            .WithSource(ProfileSource.With(engines: written))
            .ShouldBecome(ProfileSource.With(engines: mended))
            .ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb([|""|])]""")]
    [InlineData("""[MariaDb([|"注文"|])]""")]
    public Task A_name_without_a_usable_character_is_reported(string written)
        => new ProjectBuilder(EngineNameUnusableRule.RuleId).WithSource(ProfileSource.With(engines: written)).ShouldNotBeFixed().ValidateAsync();
}
