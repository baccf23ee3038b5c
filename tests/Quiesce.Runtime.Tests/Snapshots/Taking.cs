using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Snapshots;
using Xunit;

namespace Quiesce.Runtime.Tests.Snapshots;

/// <summary>A provider led through a run's calls, without a run.</summary>
internal static class Taking
{
    public static SnapshotContext Context(params IReadOnlyList<string> mounts) => new() { RunId = "0123456789abcdef0123456789abcdef", Profile = "shop", Mounts = mounts };

    public static async Task<SnapshotPart> KeptAsync(ISnapshotProvider provider, SnapshotContext? context = null)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        IPreparedSnapshot prepared = await provider.PrepareAsync(context ?? Context(), cancellation);
        await prepared.TakeAsync(cancellation);
        return Assert.Single((await prepared.CommitAsync(cancellation)).Parts);
    }

    public static async Task AbandonedAsync(ISnapshotProvider provider)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        IPreparedSnapshot prepared = await provider.PrepareAsync(Context(), cancellation);
        await prepared.TakeAsync(cancellation);
        Assert.Empty((await prepared.AbandonAsync()).Parts);
    }

    public static async Task<string> RefusedAsync(ISnapshotProvider provider, params string[] mounts) =>
        (await Assert.ThrowsAsync<SnapshotException>(() => provider.PrepareAsync(Context(mounts), TestContext.Current.CancellationToken))).Message;
}
