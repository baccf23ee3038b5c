using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Quiesce.Runtime.Snapshots;

/// <summary>Takes nothing: for a rehearsal.</summary>
internal sealed class NoSnapshot : ISnapshotProvider, IPreparedSnapshot
{
    public string Description => "nothing (a rehearsal)";

    public IReadOnlyList<string> SelfSnapshottedMounts => [];

    public Task<IPreparedSnapshot> PrepareAsync(SnapshotContext context, CancellationToken cancellationToken) => Task.FromResult<IPreparedSnapshot>(this);

    public Task TakeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<SnapshotResult> CommitAsync(CancellationToken cancellationToken) => Task.FromResult(new SnapshotResult());

    public Task<SnapshotResult> AbandonAsync() => Task.FromResult(new SnapshotResult());
}
