using System.Collections.Generic;
using Quiesce.Runtime.Snapshots.Qemu;

namespace Quiesce.Runtime.Snapshots;

/// <summary>The snapshots that come with the runtime. Others implement <see cref="ISnapshotProvider"/>.</summary>
public static class Snapshot
{
    /// <summary>A command, as a line of <c>sh</c>, in the caller's folder and with the caller's environment; status 0 means that it was taken. It must not write to what is frozen.</summary>
    /// <param name="command">The line.</param>
    public static ISnapshotProvider Command(string command) => new CommandSnapshot(command);

    /// <summary>
    /// A copy of an image file or block device. Where both lie on one file system that can share blocks (xfs, btrfs) it takes milliseconds; else it has to be done within the freeze limit.
    /// A former copy of the name is replaced once the new one is whole and on the disk.
    /// </summary>
    /// <param name="source">The file or device.</param>
    /// <param name="destination">The copy, a file on a file system that is not frozen.</param>
    public static ISnapshotProvider Copy(string source, string destination) => new FileCopySnapshot(source, destination);

    /// <summary>A read-only snapshot of a btrfs subvolume. That file system is not frozen: the snapshot is atomic by itself.</summary>
    /// <param name="subvolume">The subvolume.</param>
    /// <param name="destination">The snapshot's path on the same file system; nothing may be there.</param>
    public static ISnapshotProvider Btrfs(string subvolume, string destination) => new BtrfsSnapshot(subvolume, destination);

    /// <summary>A read-only snapshot of an LVM volume, thin if the volume is. A file system directly on the volume is not frozen by us: the device mapper does so itself.</summary>
    /// <param name="volume"><c>GROUP/VOLUME</c>.</param>
    /// <param name="size">The space of a thick snapshot, as lvcreate takes it (<c>1G</c>); by default 10 % of the volume. Given for a thin volume, its snapshot is a thick one.</param>
    public static ISnapshotProvider Lvm(string volume, string? size = null) => new LvmSnapshot(volume, size);

    /// <summary>A snapshot of a ZFS data set. <b>Never run against ZFS</b>: it follows the manual, and its result says so.</summary>
    /// <param name="dataset"><c>POOL/DATASET</c>.</param>
    /// <param name="name">What stands behind the <c>@</c>; by default <c>quiesce-</c> and the beginning of the run's id.</param>
    public static ISnapshotProvider Zfs(string dataset, string? name = null) => new ZfsSnapshot(dataset, name);

    /// <summary>A full backup (qcow2) of drives of a QEMU machine, all of one instant, by its monitor. It goes on after the standstill until the files are whole.</summary>
    /// <param name="socket">The monitor's local socket: QEMU's <c>-qmp unix:SOCKET,server,nowait</c>.</param>
    /// <param name="drives">Each drive – by the name, path or node name that <c>query-block</c> shows – and the file to be made, in a folder that QEMU may write to. One with <c>snapshot=on</c> is refused: QEMU deletes its backup.</param>
    /// <param name="agentSocket">The guest agent's socket. Given, the agent freezes the guest's file systems, and runs its freeze hook, for that instant.</param>
    public static ISnapshotProvider Qemu(string socket, IReadOnlyList<(string Drive, string File)> drives, string? agentSocket = null) => new QemuSnapshot(socket, drives, agentSocket);

    /// <summary>Several snapshots, taken one after the other within one standstill.</summary>
    /// <param name="snapshots">At least one.</param>
    public static ISnapshotProvider All(params IReadOnlyList<ISnapshotProvider> snapshots) => snapshots.Count == 1 ? snapshots[0] : new SnapshotGroup(snapshots);

    /// <summary>Reads a snapshot as the command line writes it: <c>copy:SOURCE=DESTINATION</c>, <c>btrfs:SUBVOLUME=DESTINATION</c>, <c>lvm:GROUP/VOLUME[,size=SIZE]</c>, <c>zfs:POOL/DATASET[@NAME]</c>, <c>qmp:SOCKET,DRIVE=FILE[,…][,agent=SOCKET]</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="System.FormatException">The text is none of these; the message says what is wrong and what would be right.</exception>
    public static ISnapshotProvider Parse(string text) => SnapshotSyntax.Parse(text);
}
