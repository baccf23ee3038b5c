using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Quiesce.Runtime.Snapshots;

/// <summary>A read-only snapshot of a btrfs subvolume: atomic by itself, and the one thing a frozen btrfs would keep waiting for ever.</summary>
internal sealed class BtrfsSnapshot(string subvolume, string destination) : ISnapshotProvider
{
    public string Description => $"btrfs:{subvolume}={destination}";

    public Task<IPreparedSnapshot> PrepareAsync(SnapshotContext context, CancellationToken cancellationToken)
    {
        BtrfsSubvolume source = BtrfsSubvolume.Open(subvolume);
        try
        {
            if (Path.Exists(destination))
                throw new SnapshotException($"'{destination}' is there already; name a path that is not, or remove it with 'btrfs subvolume delete'");
            string folder = Path.GetDirectoryName(Path.GetFullPath(destination)) ?? "/";
            return Task.FromResult<IPreparedSnapshot>(new Prepared(
                source, BtrfsSubvolume.OpenFolder(folder, source), Path.GetFullPath(destination), [.. context.Mounts.Where(source.Holds)]));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private sealed class Prepared(BtrfsSubvolume source, BtrfsSubvolume folder, string path, IReadOnlyList<string> mounts) : IPreparedSnapshot
    {
        private bool _taken;

        public IReadOnlyList<string> SelfSnapshottedMounts => mounts;

        public Task TakeAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            folder.Snapshot(source, Path.GetFileName(path));
            _taken = true;
            cancellationToken.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        }

        public Task<SnapshotResult> CommitAsync(CancellationToken cancellationToken)
        {
            using BtrfsSubvolume made = BtrfsSubvolume.Open(path);
            Close();
            return Task.FromResult(new SnapshotResult { Parts = [new SnapshotPart(made.Id, path, SizeInBytes: null, "read-only btrfs snapshot; subvolumes inside it are not part of it")] });
        }

        public Task<SnapshotResult> AbandonAsync()
        {
            if (_taken)
                folder.Remove(Path.GetFileName(path));
            Close();
            return Task.FromResult(new SnapshotResult());
        }

        private void Close()
        {
            source.Dispose();
            folder.Dispose();
        }
    }
}
