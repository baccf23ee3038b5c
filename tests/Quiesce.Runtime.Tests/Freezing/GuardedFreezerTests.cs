using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

/// <summary>Freezing as a run asks for it, on a disk that stands still – its image lies on a file system that somebody else has frozen – or that is broken.</summary>
[Collection(FreezeCollection.Name)]
public sealed class GuardedFreezerTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private readonly MemoryFolder memory = new();
    private readonly GuardedFreezer freezer;

    public GuardedFreezerTests()
    {
        FreezeScene.RequireRootAndLoops();
        freezer = new GuardedFreezer { Guard = () => [Environment.ProcessPath!], LockFile = LockFile };
    }

    private string LockFile => Path.Combine(memory.Folder, "lock");

    [Fact]
    public async Task A_write_back_that_does_not_end_is_given_up_when_the_run_is_to_end()
    {
        using ScratchFileSystem disk = ScratchFileSystem.Create("xfs");
        using ScratchFileSystem system = disk.CreateInside();
        using var source = new CancellationTokenSource();
        using IPreparedFreeze freeze = freezer.Prepare([system.MountPoint], Long, Long, CancellationToken.None);
        StandStill(disk, system);

        Task writeBack = Task.Run(() => freeze.WriteBack(source.Token), CancellationToken.None);
        WaitUntilAThreadIsInTheKernel();
        await source.CancelAsync();
        Exception? ended = await Record.ExceptionAsync(() => writeBack);
        disk.ThawAsSomebodyElse();

        Assert.IsAssignableFrom<OperationCanceledException>(ended);
    }

    [Fact]
    public void A_write_back_that_takes_longer_than_a_freeze_may_last_ends_the_run_by_name()
    {
        using ScratchFileSystem disk = ScratchFileSystem.Create("xfs");
        using ScratchFileSystem system = disk.CreateInside();
        using IPreparedFreeze freeze = freezer.Prepare([system.MountPoint], TimeSpan.FromMilliseconds(300), Long, CancellationToken.None);
        StandStill(disk, system);

        Exception? ended = Record.Exception(() => freeze.WriteBack(CancellationToken.None));
        disk.ThawAsSomebodyElse();

        var timeout = Assert.IsType<OutcomeException>(ended);
        Assert.Equal(OutcomeCatalogue.FreezeTimeout, timeout.Outcome);
        Assert.Contains(system.MountPoint, timeout.Message, StringComparison.Ordinal);
    }

    /// <summary>In a library's process, which goes on, the lock would refuse every later run.</summary>
    [Fact]
    public async Task What_is_given_up_while_it_is_prepared_leaves_no_guard_and_no_lock()
    {
        using ScratchFileSystem disk = ScratchFileSystem.Create("xfs");
        using ScratchFileSystem system = disk.CreateInside();
        using var source = new CancellationTokenSource();
        StandStill(disk, system);

        Task preparing = Task.Run(() => freezer.Prepare([system.MountPoint], Long, Long, source.Token), CancellationToken.None);
        WaitUntilAThreadIsInTheKernel();
        await source.CancelAsync();
        Exception? ended = await Record.ExceptionAsync(() => preparing);
        disk.ThawAsSomebodyElse();

        Assert.IsAssignableFrom<OperationCanceledException>(ended);
        SafeFreezeLock.Take(LockFile)!.Dispose();
    }

    /// <summary>The image has no room for what is written to it, which the kernel reports as an error of the device.</summary>
    [Fact]
    public void What_cannot_be_written_back_is_named_and_leaves_no_lock()
    {
        Tool.Run("mount", "-t", "tmpfs", "-o", "size=4m", "quiesce-test", memory.Folder);
        string image = Path.Combine(memory.Folder, "image");
        string mountPoint = Directory.CreateDirectory(Path.Combine(memory.Folder, "mnt")).FullName;
        try
        {
            Tool.Run("truncate", "-s", "16M", image);
            Tool.Run("mkfs.ext4", "-qF", image);
            Tool.Run("mount", "-o", "loop", image, mountPoint);
            File.WriteAllBytes(Path.Combine(mountPoint, "much"), Enumerable.Repeat((byte)1, 8 << 20).ToArray());

            var failure = Assert.Throws<OutcomeException>(() => freezer.Prepare([mountPoint], Long, Long, CancellationToken.None));

            Assert.Equal(OutcomeCatalogue.FreezeFailed, failure.Outcome);
            Assert.Contains(mountPoint, failure.Message, StringComparison.Ordinal);
            SafeFreezeLock.Take(LockFile)!.Dispose();
        }
        finally
        {
            Tool.TryRun("umount", "-l", mountPoint);
            Tool.Run("umount", "-l", memory.Folder);
        }
    }

    [Fact]
    public void A_freeze_that_was_asked_to_end_freezes_nothing()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        using IPreparedFreeze freeze = freezer.Prepare([system.MountPoint], Long, Long, CancellationToken.None);

        Assert.ThrowsAny<OperationCanceledException>(() => freeze.Freeze(new CancellationToken(canceled: true)));

        Assert.False(system.IsFrozen());
        Assert.Empty(freeze.Thaw());
    }

    /// <summary>FIFREEZE writes back too, and stands still with the disk.</summary>
    [Fact]
    public async Task A_freeze_that_waits_for_its_disk_is_given_up_when_the_run_is_to_end()
    {
        using ScratchFileSystem disk = ScratchFileSystem.Create("xfs");
        using ScratchFileSystem system = disk.CreateInside();
        using var source = new CancellationTokenSource();
        IPreparedFreeze freeze = freezer.Prepare([system.MountPoint], Long, Long, CancellationToken.None);
        StandStill(disk, system);

        Task freezing = Task.Run(() => freeze.Freeze(source.Token), CancellationToken.None);
        await source.CancelAsync();
        Exception? ended = await Record.ExceptionAsync(() => freezing);
        disk.ThawAsSomebodyElse();
        freeze.Dispose();
        await system.WriteAsync();

        Assert.IsAssignableFrom<OperationCanceledException>(ended);
    }

    public void Dispose() => memory.Dispose();

    private static void StandStill(ScratchFileSystem disk, ScratchFileSystem system)
    {
        File.WriteAllBytes(Path.Combine(system.MountPoint, "dirty"), new byte[1 << 20]);
        disk.FreezeAsSomebodyElse();
    }

    private static void WaitUntilAThreadIsInTheKernel() => SpinWait.SpinUntil(() =>
        Directory.GetDirectories("/proc/self/task").Any(thread => KernelWait.Holds(Environment.ProcessId, int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture))));
}
