using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class PathUnsafeTests
{
    [Theory]
    [InlineData("PreScriptLocation = \"/opt/shop/pre..sh\"")]
    [InlineData("ConfigLocation = \"/etc/shop/host.json\"")]
    public Task A_plain_path_is_not_reported(string written)
        => new ProjectBuilder(PathUnsafeRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("""PreScriptLocation = [|"/opt/../pre.sh"|]""")]
    [InlineData("""LogDirectory = [|"/var/log/.."|]""")]
    [InlineData("""StateDirectory = [|"/var/lib/a\tb"|]""")]
    public Task A_parent_folder_or_a_control_character_is_reported(string written)
        => new ProjectBuilder(PathUnsafeRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb("orders", Socket = [|"/run/../mysqld.sock"|])]""")]
    [InlineData("""[PostgreSql("ledger", SocketDirectory = [|"/var/run/\u0007"|])]""")]
    public Task So_are_those_of_engines(string written)
        => new ProjectBuilder(PathUnsafeRule.RuleId).WithSource(ProfileSource.With(engines: written)).ShouldNotBeFixed().ValidateAsync();
}
