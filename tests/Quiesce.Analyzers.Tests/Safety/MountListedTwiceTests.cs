using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Safety;

public sealed class MountListedTwiceTests
{
    [Theory]
    [InlineData("""[MariaDb("orders", Mounts = ["/srv"]), PostgreSql("ledger", Mounts = ["/srv"])]""")]
    public Task A_mount_that_two_engines_share_is_not_reported(string written)
        => new ProjectBuilder(MountListedTwiceRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb("orders", Mounts = ["/srv", "/data", [|"/srv/"|]])]""")]
    public Task A_mount_twice_in_one_list_is_reported(string written)
        => new ProjectBuilder(MountListedTwiceRule.RuleId).WithSource(ProfileSource.With(engines: written)).ShouldNotBeFixed().ValidateAsync();
}
