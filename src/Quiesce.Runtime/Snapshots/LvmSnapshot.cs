using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Snapshots;

/// <summary>
/// A snapshot of one logical volume, thin or thick. The device mapper itself brings a file system on that very volume to rest while it takes the snapshot, and before Linux 6.9 is refused
/// (<c>EBUSY</c>) where somebody else has frozen it: such a mount is left to it. A file system on something that stands on the volume, as dm-crypt, is frozen by us.
/// </summary>
internal sealed class LvmSnapshot(string volume, string? size) : ISnapshotProvider
{
    public string Description => $"lvm:{volume}";

    public Task<IPreparedSnapshot> PrepareAsync(SnapshotContext context, CancellationToken cancellationToken)
    {
        var tool = new SnapshotTool(context);
        LogicalVolume origin = LogicalVolume.Read(tool, volume);
        RefuseWhereToolsWouldBlock(context);
        string[] space = (origin.IsThin, size) switch
        {
            (true, null) => ["--setactivationskip", "n"],
            (_, { } given) => ["--size", given],
            _ => ["--extents", $"{LogicalVolume.DefaultPercentOfOrigin}%ORIGIN"],
        };
        origin.RequireSpace(size);

        string name = $"{origin.Name}-quiesce-{context.RunId[..8]}";
        string[] command = ["lvcreate", "--yes", "--snapshot", "--permission", "r", "--name", name, .. space, .. LogicalVolume.WithoutBackupFiles, volume];
        return Task.FromResult<IPreparedSnapshot>(new Prepared(tool, command, $"{origin.Group}/{name}", [.. context.Mounts.Where(mount => MountTable.Read().At(mount)?.Device == origin.Device)]));
    }

    /// <summary>The tools lock and write below /run and /etc; frozen, those would keep lvcreate from ending, and the volume suspended.</summary>
    private static void RefuseWhereToolsWouldBlock(SnapshotContext context)
    {
        MountTable table = MountTable.Read();
        foreach (string folder in (string[])["/run", "/etc", "/dev"])
        {
            if (table.ReachedBy(folder) is { } holder && context.Mounts.Any(mount => table.At(mount)?.Device == holder.Device))
                throw new SnapshotException($"'{holder.MountPoint}' is to be frozen, and holds {folder}, where lvcreate writes: it would wait for ever. Leave that mount out of the freeze.");
        }
    }

    private sealed class Prepared(SnapshotTool tool, string[] command, string snapshot, IReadOnlyList<string> mounts) : IPreparedSnapshot
    {
        private bool _begun;

        public IReadOnlyList<string> SelfSnapshottedMounts => mounts;

        public Task TakeAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _begun = true;
            tool.Run(command);
            cancellationToken.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        }

        public Task<SnapshotResult> CommitAsync(CancellationToken cancellationToken) => Task.FromResult(new SnapshotResult { Parts = [LogicalVolume.Read(tool, snapshot).Part] });

        public Task<SnapshotResult> AbandonAsync()
        {
            if (_begun && LogicalVolume.Exists(tool, snapshot))
                tool.Run("lvremove", "--yes", "--force", snapshot);
            return Task.FromResult(new SnapshotResult());
        }
    }
}
