using System.Threading.Tasks;
using Quiesce.Runtime.Snapshots;
using Xunit;

namespace Quiesce.Runtime.Tests.Snapshots;

public sealed class CommandTests
{
    [Fact]
    public async Task A_command_that_the_kernel_does_not_start_is_a_failed_snapshot_and_says_why()
    {
        IPreparedSnapshot prepared = await Snapshot.Command(": " + new string('x', 200_000)).PrepareAsync(Taking.Context(), TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<SnapshotException>(() => prepared.TakeAsync(TestContext.Current.CancellationToken));

        Assert.EndsWith("cannot be started: /bin/sh: Argument list too long", refused.Message, System.StringComparison.Ordinal);
        Assert.Empty((await prepared.AbandonAsync()).Parts);
    }
}
