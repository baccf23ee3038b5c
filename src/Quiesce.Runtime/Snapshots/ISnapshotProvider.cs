using System.Threading;
using System.Threading.Tasks;

namespace Quiesce.Runtime.Snapshots;

/// <summary>
/// Takes snapshots of one kind. A run asks it to prepare before any script runs, to take the snapshot while everything stands still, and to keep or remove it once the application works again.
/// <see cref="Snapshot"/> makes the ones that come with the runtime.
/// </summary>
public interface ISnapshotProvider
{
    /// <summary>What is taken, in a line, for the report and for messages: <c>lvm:vg/data</c>.</summary>
    string Description { get; }

    /// <summary>Does everything slow – looks things up, opens files, starts connections – while nothing stands still yet.</summary>
    /// <param name="context">The run, and the mounts it is about to freeze.</param>
    /// <param name="cancellationToken">Ends the preparation; nothing may be left behind then.</param>
    /// <returns>A snapshot that is ready to be taken.</returns>
    /// <exception cref="SnapshotException">It cannot be taken here; the run then ends before any script.</exception>
    Task<IPreparedSnapshot> PrepareAsync(SnapshotContext context, CancellationToken cancellationToken);
}
