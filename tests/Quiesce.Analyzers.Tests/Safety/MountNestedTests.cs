using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Safety;

public sealed class MountNestedTests
{
    [Theory]
    [InlineData("""Mounts = ["/", "/srv", "/srv2", "/srv/"]""")]
    public Task Mounts_beside_each_other_are_not_reported(string written)
        => new ProjectBuilder(MountNestedRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("""Mounts = ["/srv", [|"/srv/data"|]]""")]
    public Task A_mount_within_another_is_reported(string written)
        => new ProjectBuilder(MountNestedRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();
}
