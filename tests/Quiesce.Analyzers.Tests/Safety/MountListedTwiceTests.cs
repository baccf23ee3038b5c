using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
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
    [InlineData("""[MariaDb("orders", Mounts = ["/srv", "/data", [|"/srv/"|]])]""", """[MariaDb("orders", Mounts = ["/srv", "/data"])]""")]
    [InlineData("""[MariaDb("orders", Mounts = new[] { "/srv", [|"/srv"|], "/data" })]""", """[MariaDb("orders", Mounts = new[] { "/srv", "/data" })]""")]
    [InlineData("[MariaDb(\"orders\", Mounts = [\n    \"/srv\", // data\n    [|\"/srv\"|]\n])]", "[MariaDb(\"orders\", Mounts = [\n    \"/srv\"\n])]")]
    public Task A_mount_twice_in_one_list_is_reported_and_removed(string written, string mended)
        => Rule().WithSource(ProfileSource.With(engines: written)).ShouldBecome(ProfileSource.With(engines: mended)).ValidateAsync();

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    public Task All_of_one_attribute_go_at_once(FixAllScope scope)
        => Rule()
            .WithSource(ProfileSource.With(engines: """[MariaDb("orders", Mounts = ["/srv", [|"/srv"|], [|"/srv/"|], "/data", [|"/data"|]])]"""))
            .ByFixingAll(scope)
            .ShouldBecome(ProfileSource.With(engines: """[MariaDb("orders", Mounts = ["/srv", "/data"])]"""))
            .ValidateAsync();

    private static ProjectBuilder Rule() => new(MountListedTwiceRule.RuleId);
}
