using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Budgets;

public sealed class LockWaitOutsideLeaseTests
{
    [Theory]
    [InlineData("""[MariaDb("orders", LockWaitInSeconds = 89)]""")]
    [InlineData("""[MySql("orders", LockWaitInSeconds = 1)]""")]
    [InlineData("""[PostgreSql("ledger")]""")]
    [InlineData("""[MongoDb("carts", LockWaitInSeconds = 900)]""")]
    public Task A_wait_below_the_lease_is_not_reported(string written)
        => new ProjectBuilder(LockWaitOutsideLeaseRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb("orders", LockWaitInSeconds = [|0|])]""", """[MariaDb("orders", LockWaitInSeconds = 1)]""")]
    [InlineData("""[MySql("orders", LockWaitInSeconds = [|90|])]""", """[MySql("orders", LockWaitInSeconds = 89)]""")]
    [InlineData(
        """[MongoDb("carts", Method = MongoDbQuiesce.FsyncLock, LockWaitInSeconds = [|90|])]""",
        """[MongoDb("carts", Method = MongoDbQuiesce.FsyncLock, LockWaitInSeconds = 89)]""")]
    public Task A_wait_without_end_or_beyond_the_lease_is_reported_and_clamped(string written, string mended)
        => new ProjectBuilder(LockWaitOutsideLeaseRule.RuleId)
            .WithSource(ProfileSource.With(engines: written))
            .ShouldBecome(ProfileSource.With(engines: mended))
            .ValidateAsync();
}
