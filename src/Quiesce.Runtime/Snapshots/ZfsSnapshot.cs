using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Snapshots;

/// <summary>A snapshot of a ZFS data set: atomic by itself. Written after zfs-snapshot(8) and never run against ZFS, which its result says.</summary>
internal sealed class ZfsSnapshot(string dataset, string? name) : ISnapshotProvider
{
    public const string Unverified = "UNVERIFIED: this provider follows the manual of zfs-snapshot(8) and has never been run against ZFS";

    public string Description => $"zfs:{dataset}";

    public Task<IPreparedSnapshot> PrepareAsync(SnapshotContext context, CancellationToken cancellationToken)
    {
        var tool = new SnapshotTool(context);
        tool.Run("zfs", "list", "-H", "-o", "name", dataset);
        MountTable table = MountTable.Read();
        return Task.FromResult<IPreparedSnapshot>(new Prepared(
            tool,
            $"{dataset}@{name ?? "quiesce-" + context.RunId[..8]}",
            [.. context.Mounts.Where(mount => table.At(mount) is { FileSystemType: "zfs" } entry && entry.Source == dataset)]));
    }

    private sealed class Prepared(SnapshotTool tool, string snapshot, IReadOnlyList<string> mounts) : IPreparedSnapshot
    {
        private bool _taken;

        public IReadOnlyList<string> SelfSnapshottedMounts => mounts;

        public Task TakeAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            tool.Run("zfs", "snapshot", snapshot);
            _taken = true;
            cancellationToken.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        }

        public Task<SnapshotResult> CommitAsync(CancellationToken cancellationToken)
        {
            string[] facts = tool.Run("zfs", "get", "-H", "-p", "-o", "value", "guid,referenced", snapshot).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            long? size = facts.Length > 1 && long.TryParse(facts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long referenced) ? referenced : null;
            return Task.FromResult(new SnapshotResult { Parts = [new SnapshotPart(facts.FirstOrDefault() ?? "", snapshot, size, Unverified)] });
        }

        public Task<SnapshotResult> AbandonAsync()
        {
            if (_taken)
                tool.Run("zfs", "destroy", snapshot);
            return Task.FromResult(new SnapshotResult());
        }
    }
}
