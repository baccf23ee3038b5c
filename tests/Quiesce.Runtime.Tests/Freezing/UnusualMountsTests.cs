using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

[Collection(FreezeCollection.Name)]
public sealed class UnusualMountsTests
{
    public UnusualMountsTests() => FreezeScene.RequireRootAndLoops();

    [Fact]
    public async Task A_device_that_is_mounted_twice_is_frozen_once()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        string second = Directory.CreateTempSubdirectory("quiesce-bind-").FullName;
        Tool.Run("mount", "--bind", system.MountPoint, second);
        try
        {
            FreezePlan plan = FreezePlan.For([system.MountPoint, second], MountTable.Read(), new BlockDevices());
            await using FreezeSession session = await FreezeSession.PrepareAsync(plan, FreezeScene.Options, CancellationToken.None);
            FreezeReport frozen = session.Freeze();
            FreezeReport thawed = await session.ThawAsync();

            Assert.True(frozen.IsFrozen);
            Assert.Single(thawed.FileSystems);
            Assert.True(thawed.Held);
        }
        finally
        {
            Tool.Run("umount", second);
            Directory.Delete(second);
        }
    }

    [Fact]
    public async Task A_read_only_file_system_is_frozen_like_any_other()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4(",ro");
        await using FreezeSession session = await FreezeScene.PrepareAsync(system);

        FreezeReport frozen = session.Freeze();
        FreezeReport thawed = await session.ThawAsync();

        Assert.True(frozen.IsFrozen, frozen.Problem);
        Assert.True(thawed.Held, thawed.Problem);
    }

    [Fact]
    public async Task A_mount_that_was_covered_since_it_was_looked_at_is_not_mistaken_for_the_one_that_was_meant()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        FreezePlan plan = FreezeScene.Plan(system);
        Tool.Run("mount", "-t", "tmpfs", "cover", system.MountPoint);
        try
        {
            var refusal = await Assert.ThrowsAsync<FreezeException>(() => FreezeSession.PrepareAsync(plan, FreezeScene.Options, CancellationToken.None));

            Assert.Equal(FreezeFault.OpenFailed, refusal.Fault);
            Assert.Contains(system.MountPoint, refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            Tool.Run("umount", system.MountPoint);
        }
    }

    /// <summary>By its path the file would lie on what covers it, and the file system that really holds it might be frozen first.</summary>
    [Fact]
    public void What_stands_on_a_file_that_another_mount_covers_is_frozen_before_the_file_system_that_holds_it()
    {
        using ScratchFileSystem outer = ScratchFileSystem.Ext4();
        using var scratch = new MemoryFolder();
        string image = Path.Combine(outer.MountPoint, "image");
        string inner = Directory.CreateDirectory(Path.Combine(scratch.Folder, "inner")).FullName;
        string elsewhere = Directory.CreateDirectory(Path.Combine(scratch.Folder, "deeper", "than", "inner")).FullName;
        Tool.Run("truncate", "-s", "4M", image);
        Tool.Run("mkfs.ext4", "-qF", image);
        Tool.Run("mount", "-o", "loop", image, inner);
        Tool.Run("mount", "--bind", outer.MountPoint, elsewhere);
        Tool.Run("mount", "-t", "tmpfs", "cover", outer.MountPoint);
        try
        {
            FreezePlan plan = FreezePlan.For([elsewhere, inner], MountTable.Read(), new BlockDevices());

            Assert.Equal([inner, elsewhere], plan.Mounts.Select(mount => mount.MountPoint));
        }
        finally
        {
            Tool.TryRun("umount", outer.MountPoint);
            Tool.TryRun("umount", inner);
            Tool.Run("umount", elsewhere);
        }
    }

    [Fact]
    public async Task An_attempt_to_unmount_meanwhile_fails_and_harms_nothing()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using FreezeSession session = await FreezeScene.PrepareAsync(system);
        session.Freeze();

        (int exitCode, _) = Tool.TryRun("umount", system.MountPoint);
        FreezeReport thawed = await session.ThawAsync();

        Assert.NotEqual(0, exitCode);
        Assert.True(thawed.Held);
    }

    [Fact]
    public async Task A_mount_that_was_taken_from_its_folder_meanwhile_is_thawed_all_the_same()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        string second = Directory.CreateTempSubdirectory("quiesce-bind-").FullName;
        Tool.Run("mount", "--bind", system.MountPoint, second);
        try
        {
            FreezePlan plan = FreezePlan.For([second], MountTable.Read(), new BlockDevices());
            await using FreezeSession session = await FreezeSession.PrepareAsync(plan, FreezeScene.Options, CancellationToken.None);
            session.Freeze();
            Tool.Run("umount", "-l", second);

            FreezeReport thawed = await session.ThawAsync();

            Assert.True(thawed.Held, thawed.Problem);
            Assert.False(system.IsFrozen());
        }
        finally
        {
            Tool.TryRun("umount", second);
            Directory.Delete(second);
        }
    }
}
