using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Safety;

public sealed class FolderOnFrozenMountTests
{
    [Theory]
    [InlineData("RunDirectory = \"/var/lib/mysql-run\"")]
    [InlineData("""Mounts = ["/"]""")]
    [InlineData("FsFreezeEnabled = false, RunDirectory = \"/var/lib/mysql/run\"")]
    public Task A_folder_beside_the_mounts_is_not_reported(string written)
        => new ProjectBuilder(FolderOnFrozenMountRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("""RunDirectory = [|"/var/lib/mysql/run"|]""")]
    [InlineData("""Mounts = ["/srv/"], LogDirectory = [|"/srv/log"|]""")]
    public Task A_folder_on_a_frozen_mount_is_reported(string written)
        => new ProjectBuilder(FolderOnFrozenMountRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();
}
