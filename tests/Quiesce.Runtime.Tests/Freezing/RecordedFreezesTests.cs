using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Interop;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

[Collection(FreezeCollection.Name)]
public sealed class RecordedFreezesTests : IDisposable
{
    private readonly MemoryFolder memory = new();

    public RecordedFreezesTests() => FreezeScene.RequireRootAndLoops();

    [Fact]
    public async Task Thaws_what_three_killed_processes_left_frozen_and_nothing_else()
    {
        using ScratchFileSystem ours = ScratchFileSystem.Ext4();
        using ScratchFileSystem foreign = ScratchFileSystem.Ext4();
        foreign.FreezeAsSomebodyElse();
        using FreezingProcess process = await FreezingProcess.StartAsync(memory.Records, ours);
        Assert.Equal("frozen", await process.ResultAsync());
        await process.KillAllAtOnceAsync();
        bool wasLeftFrozen = ours.IsFrozen();

        RecordedThaw thaw = Assert.Single(RecordedFreezes.Thaw(memory.Records));

        Assert.True(wasLeftFrozen);
        Assert.Equal(new RecordedThaw(ours.MountPoint, null), thaw);
        Assert.False(ours.IsFrozen());
        Assert.True(foreign.IsFrozen());
        Assert.Empty(Directory.GetFiles(memory.Records));
    }

    [Fact]
    public async Task Thaws_beside_a_living_run_which_then_knows_that_its_level_is_lost()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using FreezeSession session = await FreezeScene.PrepareAsync(FreezeScene.Options with { RecordDirectory = memory.Records }, system);
        session.Freeze();

        RecordedThaw thaw = Assert.Single(RecordedFreezes.Thaw(memory.Records));
        await system.WriteAsync();
        FreezeReport report = await session.ThawAsync();

        Assert.Null(thaw.Problem);
        Assert.False(report.Held);
        Assert.Equal(EndCause.Rescued, report.EndedBy);
    }

    [Fact]
    public async Task An_orderly_freeze_leaves_no_record()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using (FreezeSession session = await FreezeScene.PrepareAsync(FreezeScene.Options with { RecordDirectory = memory.Records }, system))
        {
            Assert.True(File.Exists(session.RecordPath));
            session.Freeze();
        }

        Assert.Empty(Directory.GetFiles(memory.Records));
        Assert.Empty(RecordedFreezes.Thaw(memory.Records));
    }

    [Fact]
    public async Task No_record_is_kept_on_a_disk()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        string onDisk = Path.Combine(system.MountPoint, "records");

        await using FreezeSession session = await FreezeScene.PrepareAsync(FreezeScene.Options with { RecordDirectory = onDisk }, system);

        Assert.Null(session.RecordPath);
        Assert.False(Directory.Exists(onDisk));
    }

    /// <summary>Each of the three is given a descriptor that is none, so that its FITHAW fails as it does where a policy or a broken disk makes it.</summary>
    [Fact]
    public async Task What_the_kernel_refused_to_thaw_keeps_its_record_and_can_be_thawed_by_it()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        FreezeReport refused;
        await using (FreezeSession session = await FreezeScene.PrepareAsync(FreezeScene.Options with { RecordDirectory = memory.Records }, system))
        {
            session.Freeze();
            using Descriptor file = Descriptor.Own(LibC.open(session.RecordPath!, LibC.O_RDWR | LibC.O_CLOEXEC, 0), "open");
            using FreezeLedger ledger = FreezeLedger.Open(file.Number);
            ledger[0].Descriptor = -1;
            refused = await session.ThawAsync();
        }

        bool wasLeftFrozen = system.IsFrozen();
        RecordedThaw thaw = Assert.Single(RecordedFreezes.Thaw(memory.Records));

        Assert.False(refused.Held);
        Assert.Contains("quiesce thaw", refused.Problem, StringComparison.Ordinal);
        Assert.True(wasLeftFrozen);
        Assert.Null(thaw.Problem);
        Assert.False(system.IsFrozen());
        Assert.Empty(Directory.GetFiles(memory.Records));
    }

    /// <summary>A mapping of a file for which there is no room left is a SIGBUS at the first write.</summary>
    [Fact]
    public async Task Where_the_records_folder_is_full_the_freeze_is_held_without_a_record_and_says_so()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        Tool.Run("mount", "-t", "tmpfs", "-o", "size=64k", "quiesce-test", memory.Folder);
        try
        {
            Tool.TryRun("sh", "-c", "cat /dev/zero >\"$1\"", "filler", Path.Combine(memory.Folder, "full"));
            await using FreezeSession session = await FreezeScene.PrepareAsync(FreezeScene.Options with { RecordDirectory = memory.Records }, system);
            FreezeReport frozen = session.Freeze();
            FreezeReport thawed = await session.ThawAsync();

            Assert.True(frozen.IsFrozen, frozen.Problem);
            Assert.True(thawed.Held, thawed.Problem);
            Assert.Null(session.RecordPath);
            Assert.Contains(memory.Records, session.RecordProblem, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(memory.Folder, "*" + FreezeRecord.Extension, SearchOption.AllDirectories));
        }
        finally
        {
            Tool.Run("umount", memory.Folder);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void A_record_that_was_never_finished_is_passed_over(string content)
    {
        string file = WriteRecord("1-1", content);

        Assert.Empty(RecordedFreezes.Thaw(memory.Records));
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_is_named_and_keeps_no_other_from_being_thawed()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        using FreezingProcess process = await FreezingProcess.StartAsync(memory.Records, system);
        Assert.Equal("frozen", await process.ResultAsync());
        await process.KillAllAtOnceAsync();
        string file = WriteRecord("0-0", "QUIESCE0 of long ago");

        RecordedThaw[] thawed = [.. RecordedFreezes.Thaw(memory.Records)];

        Assert.Equal([file, system.MountPoint], thawed.Select(thaw => thaw.MountPoint));
        Assert.True(thawed[0].MayBeFrozen);
        Assert.Null(thawed[1].Problem);
        Assert.False(system.IsFrozen());
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task A_record_whose_text_is_damaged_is_thawed_by_its_device()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        using FreezingProcess process = await FreezingProcess.StartAsync(memory.Records, system);
        Assert.Equal("frozen", await process.ResultAsync());
        await process.KillAllAtOnceAsync();
        string record = Assert.Single(Directory.GetFiles(memory.Records));
        using (Descriptor file = Descriptor.Own(LibC.open(record, LibC.O_RDWR | LibC.O_CLOEXEC, 0), record))
        using (FreezeLedger ledger = FreezeLedger.Open(file.Number))
            ledger[0].PathOffset = int.MaxValue;

        RecordedThaw thaw = Assert.Single(RecordedFreezes.Thaw(memory.Records));

        Assert.StartsWith("device ", thaw.MountPoint, StringComparison.Ordinal);
        Assert.Null(thaw.Problem);
        Assert.False(system.IsFrozen());
    }

    [Fact]
    public void Of_a_folder_on_a_disk_nobody_can_say_that_nothing_is_frozen()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        string onDisk = Path.Combine(system.MountPoint, "records");

        RecordedThaw thaw = Assert.Single(RecordedFreezes.Thaw(onDisk));

        Assert.Equal((onDisk, true), (thaw.MountPoint, thaw.MayBeFrozen));
        Assert.Equal([thaw], RecordedFreezes.Preview(onDisk));
    }

    [Fact]
    public async Task What_a_killed_run_left_frozen_is_not_taken_for_the_freeze_of_somebody_else()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        using ScratchFileSystem other = ScratchFileSystem.Ext4();
        FreezeOptions options = FreezeScene.Options with { RecordDirectory = memory.Records };
        using (FreezingProcess process = await FreezingProcess.StartAsync(memory.Records, system))
        {
            Assert.Equal("frozen", await process.ResultAsync());
            await process.KillAllAtOnceAsync();
        }

        var refusal = await Assert.ThrowsAsync<FreezeException>(() => FreezeScene.PrepareAsync(options, system));
        await using (FreezeSession beside = await FreezeScene.PrepareAsync(options, other))
            Assert.True(beside.Freeze().IsFrozen);
        RecordedFreezes.Thaw(memory.Records);
        await using FreezeSession after = await FreezeScene.PrepareAsync(options, system);

        Assert.Contains("quiesce thaw", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(system.MountPoint, refusal.Message, StringComparison.Ordinal);
        Assert.True(after.Freeze().IsFrozen);
    }

    private string WriteRecord(string name, string content)
    {
        Directory.CreateDirectory(memory.Records);
        string file = Path.Combine(memory.Records, name + FreezeRecord.Extension);
        File.WriteAllText(file, content);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }

    public void Dispose() => memory.Dispose();
}
