using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Runtime.Tests.Library;

/// <summary>A provider as somebody else would write it, which notes what it is asked for.</summary>
internal sealed class StandInSnapshot : ISnapshotProvider, IPreparedSnapshot
{
    public List<string> Calls { get; } = [];

    public Action? OnTake { get; init; }

    public Action? OnCommit { get; init; }

    /// <summary>Never done by itself.</summary>
    public bool Hangs { get; init; }

    public string Description => "stand-in";

    public IReadOnlyList<string> SelfSnapshottedMounts => [];

    public Task<IPreparedSnapshot> PrepareAsync(SnapshotContext context, CancellationToken cancellationToken)
    {
        Calls.Add("prepare");
        return Task.FromResult<IPreparedSnapshot>(this);
    }

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        Calls.Add("take");
        await Task.Yield();
        OnTake?.Invoke();
        if (Hangs)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public Task<SnapshotResult> CommitAsync(CancellationToken cancellationToken)
    {
        Calls.Add("commit");
        OnCommit?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new SnapshotResult());
    }

    public Task<SnapshotResult> AbandonAsync()
    {
        Calls.Add("abandon");
        return Task.FromResult(new SnapshotResult());
    }
}
