using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class FreezeOutlastsFailoverTests
{
    private const string Patroni = "[PostgreSql(\"ledger\", FailoverAfterInSeconds = 30)]";

    [Fact]
    public async Task A_freeze_shorter_than_the_managers_patience_is_not_reported()
    {
        await Rule().WithSource(ProfileSource.With(", FreezeLimitInSeconds = 29", Patroni)).ValidateAsync();
        await Rule().WithSource(ProfileSource.With(engines: "[PostgreSql(\"ledger\")]")).ValidateAsync();
    }

    [Fact]
    public async Task A_freeze_that_can_last_as_long_is_reported_and_cut()
    {
        await Rule()
            .WithSource(ProfileSource.With(", FreezeLimitInSeconds = [|30|]", Patroni))
            .ShouldBecome(ProfileSource.With(", FreezeLimitInSeconds = 29", Patroni))
            .ValidateAsync();
        await Rule()
            .WithSource(ProfileSource.With(engines: Patroni).Replace("ConsistencyProfile", "[|ConsistencyProfile|]", System.StringComparison.Ordinal))
            .ShouldBecome(ProfileSource.With(", FreezeLimitInSeconds = 29", Patroni))
            .ValidateAsync();
    }

    [Fact]
    public Task A_manager_that_is_paused_for_the_run_is_not_reported()
        => Rule().WithSource(ProfileSource.With(engines: "[PostgreSql(\"ledger\", FailoverAfterInSeconds = 30, Cluster = PostgreSqlCluster.Patroni, PauseCluster = true)]")).ValidateAsync();

    [Theory]
    [InlineData("[PostgreSql(\"ledger\", Cluster = PostgreSqlCluster.Patroni)]", 30)]
    [InlineData("[MariaDb(\"orders\", Cluster = MariaDbCluster.Galera)]", 5)]
    [InlineData("[MySql(\"orders\", Cluster = MySqlCluster.Galera, FailoverAfterInSeconds = 12)]", 12)]
    public async Task A_manager_whose_patience_is_not_declared_is_taken_to_have_its_usual_one(string engine, int patience)
    {
        await Rule().WithSource(ProfileSource.With($", FreezeLimitInSeconds = {patience - 1}", engine)).ValidateAsync();
        await Rule().WithSource(ProfileSource.With($", FreezeLimitInSeconds = [|{patience}|]", engine)).ValidateAsync();
    }

    private static ProjectBuilder Rule() => new(FreezeOutlastsFailoverRule.RuleId);
}
