using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Safety;

public sealed class SelfSnapshottingMountFrozenTests
{
    [Theory]
    [InlineData("""SelfSnapshottingMounts = ["/tank"]""")]
    [InlineData("""FsFreezeEnabled = false, SelfSnapshottingMounts = ["/tank"], Mounts = ["/tank"]""")]
    public Task A_mount_that_is_not_frozen_is_not_reported(string written)
        => new ProjectBuilder(SelfSnapshottingMountFrozenRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("""SelfSnapshottingMounts = ["/tank"], Mounts = ["/srv", [|"/tank"|]]""", """SelfSnapshottingMounts = ["/tank"], Mounts = ["/srv"]""")]
    [InlineData("""SelfSnapshottingMounts = ["/tank"], Mounts = new[] { [|"/tank"|] }""", """SelfSnapshottingMounts = ["/tank"]""")]
    public Task A_frozen_one_is_reported_and_not_frozen_any_more(string written, string mended)
        => new ProjectBuilder(SelfSnapshottingMountFrozenRule.RuleId)
            .WithSource(ProfileSource.With(", " + written))
            .ShouldBecome(ProfileSource.With(", " + mended))
            .ValidateAsync();
}
