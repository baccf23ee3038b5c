using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class AtomicEngineWithoutFreezeTests
{
    [Fact]
    public async Task A_held_engine_or_a_freeze_is_not_reported()
    {
        await Rule().WithSource(ProfileSource.With(", FsFreezeEnabled = false")).ValidateAsync();
        await Rule().WithSource(ProfileSource.With(", FsFreezeEnabled = false", "[MongoDb(\"carts\", Method = MongoDbQuiesce.FsyncLock)]")).ValidateAsync();
        await Rule().WithSource(ProfileSource.With(engines: "[PostgreSql(\"ledger\")]")).ValidateAsync();
    }

    [Theory]
    [InlineData("[PostgreSql(\"ledger\")]")]
    [InlineData("[MongoDb(\"carts\")]")]
    [InlineData("[MySql(\"users\", Method = MySqlQuiesce.InstanceLock)]")]
    public Task An_engine_that_relies_on_the_freeze_is_reported_and_the_freeze_turned_on(string engine)
        => Rule()
            .WithSource(ProfileSource.With(", FsFreezeEnabled = [|false|]", engine))
            .ShouldBecome(ProfileSource.With(", FsFreezeEnabled = true", engine))
            .ValidateAsync();

    private static ProjectBuilder Rule() => new(AtomicEngineWithoutFreezeRule.RuleId);
}
