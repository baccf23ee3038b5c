using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Safety;

public sealed class MountNotPathTests
{
    [Theory]
    [InlineData("""Mounts = ["/", "/srv/Data 1"]""")]
    public Task A_path_is_not_reported(string written)
        => new ProjectBuilder(MountNotPathRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("""Mounts = ["/srv", [|"srv"|], [|""|], [|null|], [|"/srv/../x"|], [|"/a\n"|]]""")]
    [InlineData("""Mounts = [[|"/dev/../srv"|]]""")]
    public Task What_is_no_path_is_reported(string written)
        => new ProjectBuilder(MountNotPathRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();
}
