using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>What a test does while everything is at rest, for a run under our own host.</summary>
internal sealed class SnapshotByTest(Func<CancellationToken, Task> take) : ISnapshotProvider, IPreparedSnapshot
{
    public string Description => "a copy by the test";

    public IReadOnlyList<string> SelfSnapshottedMounts => [];

    public bool WasAbandoned { get; private set; }

    public Task<IPreparedSnapshot> PrepareAsync(SnapshotContext context, CancellationToken cancellationToken) => Task.FromResult<IPreparedSnapshot>(this);

    public Task TakeAsync(CancellationToken cancellationToken) => take(cancellationToken);

    public Task<SnapshotResult> CommitAsync(CancellationToken cancellationToken) => Task.FromResult(new SnapshotResult());

    public Task<SnapshotResult> AbandonAsync()
    {
        WasAbandoned = true;
        return Task.FromResult(new SnapshotResult());
    }
}
