using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Quiesce.Runtime.Snapshots.Qemu;

/// <summary>
/// A backup of a virtual machine's drives, taken from outside: one transaction starts a backup job a drive, all of the same instant; what the guest writes afterwards is kept out of them. The
/// guest's agent, if named, freezes its file systems – and runs its own freeze hook – for just that instant.
/// </summary>
internal sealed class QemuSnapshot(string socket, IReadOnlyList<(string Drive, string File)> drives, string? agentSocket) : ISnapshotProvider
{
    public string Description => $"qmp:{socket},{string.Join(",", drives.Select(drive => $"{drive.Drive}={drive.File}"))}";

    public Task<IPreparedSnapshot> PrepareAsync(SnapshotContext context, CancellationToken cancellationToken)
    {
        Monitor monitor = Monitor.OfMachine(socket, cancellationToken);
        try
        {
            DriveBackups jobs = DriveBackups.Plan(monitor, drives, context, cancellationToken);
            GuestFreeze? guest = agentSocket is null ? null : GuestFreeze.Prepare(agentSocket, cancellationToken);
            return Task.FromResult<IPreparedSnapshot>(new Prepared(monitor, jobs, guest));
        }
        catch
        {
            monitor.Dispose();
            throw;
        }
    }

    private sealed class Prepared(Monitor monitor, DriveBackups jobs, GuestFreeze? guest) : IPreparedSnapshot
    {
        public IReadOnlyList<string> SelfSnapshottedMounts => [];

        public Task TakeAsync(CancellationToken cancellationToken)
        {
            if (guest is null)
                jobs.Start(cancellationToken);
            else
                guest.During(() => jobs.Start(cancellationToken), cancellationToken);
            return Task.CompletedTask;
        }

        /// <summary>On a thread of its own: a drive may take hours.</summary>
        public Task<SnapshotResult> CommitAsync(CancellationToken cancellationToken) => Task.Run(
            () =>
            {
                IReadOnlyList<SnapshotPart> parts = jobs.Complete(guest?.Note, cancellationToken);
                Close();
                return new SnapshotResult { Parts = parts };
            },
            cancellationToken);

        public Task<SnapshotResult> AbandonAsync()
        {
            try
            {
                jobs.Abandon();
            }
            finally
            {
                Close();
            }

            return Task.FromResult(new SnapshotResult());
        }

        private void Close()
        {
            guest?.Dispose();
            monitor.Dispose();
        }
    }
}
