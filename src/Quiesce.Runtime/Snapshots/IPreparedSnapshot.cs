using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Quiesce.Runtime.Snapshots;

/// <summary>
/// A snapshot on its way. After a successful preparation a run calls <see cref="TakeAsync"/> at most once, and then exactly one of <see cref="CommitAsync"/> and <see cref="AbandonAsync"/> –
/// the latter also after a commit that failed.
/// </summary>
public interface IPreparedSnapshot
{
    /// <summary>Mounts which this snapshot covers atomically by itself, and which must not be frozen meanwhile: a snapshot of a frozen btrfs blocks for ever.</summary>
    IReadOnlyList<string> SelfSnapshottedMounts { get; }

    /// <summary>
    /// Fixes the point in time. File systems are frozen while this is at work, so it must write to none of them; it should return as soon as later writes can no longer reach the snapshot.
    /// </summary>
    /// <param name="cancellationToken">Cancelled at the freeze's deadline, when the freeze is lost, and when the caller ends the run.</param>
    /// <returns>A task that ends when the point in time is fixed.</returns>
    /// <exception cref="SnapshotException">The snapshot failed.</exception>
    Task TakeAsync(CancellationToken cancellationToken);

    /// <summary>Completes and keeps the snapshot. Everything is thawed and released by then, so it may take its time.</summary>
    /// <param name="cancellationToken">Cancelled when the caller ends the run.</param>
    /// <returns>What was made.</returns>
    /// <exception cref="SnapshotException">The snapshot could not be completed.</exception>
    Task<SnapshotResult> CommitAsync(CancellationToken cancellationToken);

    /// <summary>Removes whatever was made so far, whether or not the snapshot was taken.</summary>
    /// <returns>What there is to say of it; its parts are what is left, normally none.</returns>
    /// <exception cref="SnapshotException">Something could not be removed; the message says what and where.</exception>
    Task<SnapshotResult> AbandonAsync();
}
