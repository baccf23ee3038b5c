using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Interop;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

[Collection(FreezeCollection.Name)]
public sealed class FreezeSessionTests
{
    public FreezeSessionTests() => FreezeScene.RequireRootAndLoops();

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task Freezes_and_thaws_and_knows_that_the_freeze_held(string type)
    {
        using ScratchFileSystem system = ScratchFileSystem.Create(type);
        await using FreezeSession session = await FreezeScene.PrepareAsync(system);

        FreezeReport frozen = session.Freeze();
        Task write = system.WriteAsync();
        bool wroteWhileFrozen = write.IsCompleted;
        bool wasFrozen = system.IsFrozen();
        FreezeReport thawed = await session.ThawAsync();
        await write;

        Assert.Null(frozen.Problem);
        Assert.True(frozen.IsFrozen);
        Assert.True(wasFrozen);
        Assert.False(wroteWhileFrozen);
        Assert.Null(thawed.Problem);
        Assert.True(thawed.Held);
        Assert.False(system.IsFrozen());
        FrozenFileSystem only = Assert.Single(thawed.FileSystems);
        Assert.True(only.FreezeStarted < only.FreezeEnded && only.FreezeEnded < only.ThawStarted && only.ThawStarted < only.ThawEnded);
    }

    [Fact]
    public async Task Freezes_a_loop_before_the_file_system_of_its_backing_file_and_thaws_it_after()
    {
        using ScratchFileSystem outer = ScratchFileSystem.Create("xfs");
        using ScratchFileSystem inner = outer.CreateInside();
        await using FreezeSession session = await FreezeScene.PrepareAsync(outer, inner);

        FreezeReport frozen = session.Freeze();
        FreezeReport thawed = await session.ThawAsync();

        Assert.Null(frozen.Problem);
        Assert.Equal([inner.MountPoint, outer.MountPoint], thawed.FileSystems.Select(system => system.MountPoint));
        Assert.True(thawed.FileSystems[0].FreezeEnded <= thawed.FileSystems[1].FreezeStarted);
        Assert.True(thawed.FileSystems[1].ThawEnded <= thawed.FileSystems[0].ThawStarted);
        Assert.True(thawed.Held);
    }

    [Fact]
    public async Task A_run_that_asks_for_the_freeze_too_late_is_refused_it()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using FreezeSession session = await FreezeScene.PrepareAsync(FreezeScene.Options with { Deadline = TimeSpan.FromMilliseconds(1) }, system);

        session.ArmAhead(TimeSpan.FromMilliseconds(1));
        await session.Lost;
        FreezeReport report = session.Freeze();

        Assert.Equal(FreezeFault.Timeout, report.Fault);
        Assert.Equal(EntryState.Untouched, Assert.Single(report.FileSystems).State);
        Assert.False(system.IsFrozen());
    }

    [Fact]
    public async Task Leaves_a_freeze_of_somebody_else_alone_and_takes_its_own_back()
    {
        using ScratchFileSystem free = ScratchFileSystem.Ext4();
        using ScratchFileSystem foreign = ScratchFileSystem.Ext4();
        foreign.FreezeAsSomebodyElse();
        await using FreezeSession session = await FreezeScene.PrepareAsync(free, foreign);

        FreezeReport report = session.Freeze();

        Assert.False(report.IsFrozen);
        Assert.Equal(FreezeFault.Failed, report.Fault);
        Assert.Contains(foreign.MountPoint, report.Problem, StringComparison.Ordinal);
        Assert.Contains("fsfreeze -u", report.Problem, StringComparison.Ordinal);
        Assert.Equal(EntryState.FrozenByOthers, report.FileSystems.Single(system => system.MountPoint == foreign.MountPoint).State);
        Assert.True(foreign.IsFrozen());
        Assert.False(free.IsFrozen());
    }

    [Fact]
    public async Task Notices_that_somebody_else_has_thawed()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using FreezeSession session = await FreezeScene.PrepareAsync(system);
        session.Freeze();
        system.ThawAsSomebodyElse();

        FreezeReport thawed = await session.ThawAsync();

        Assert.False(thawed.Held);
        Assert.Contains("thawed by somebody else", thawed.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thaws_at_the_deadline_and_says_so_at_once()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using FreezeSession session = await FreezeScene.PrepareAsync(FreezeScene.Options with { Deadline = TimeSpan.FromMilliseconds(300) }, system);
        FreezeReport frozen = session.Freeze();

        EndCause cause = await session.Lost;
        await system.WriteAsync();
        FreezeReport thawed = await session.ThawAsync();

        Assert.True(frozen.IsFrozen);
        Assert.Equal(EndCause.Deadline, cause);
        Assert.False(thawed.Held);
        Assert.Equal(FreezeFault.Timeout, thawed.Fault);
    }

    [Fact]
    public async Task Disposing_thaws()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using (FreezeSession session = await FreezeScene.PrepareAsync(system))
            session.Freeze();

        Assert.False(system.IsFrozen());
    }

    [Fact]
    public async Task A_program_that_is_no_guard_is_reported_before_anything_is_frozen()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();

        var exception = await Assert.ThrowsAsync<FreezeException>(() => FreezeScene.PrepareAsync(FreezeScene.Options with { GuardExecutable = ["true"] }, system));

        Assert.Equal(FreezeFault.Failed, exception.Fault);
        Assert.Contains("'true'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_managed_program_guards_as_well_as_the_native_one()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        string[] program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "quiesce.dll")];
        await using FreezeSession session = await FreezeScene.PrepareAsync(FreezeScene.Options with { GuardExecutable = program }, system);

        FreezeReport frozen = session.Freeze();
        FreezeReport thawed = await session.ThawAsync();

        Assert.True(frozen.IsFrozen);
        Assert.True(thawed.Held);
    }

    [Fact]
    public async Task A_guard_that_was_killed_before_the_freeze_makes_it_fail_and_nothing_is_frozen()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using FreezeSession session = await FreezeScene.PrepareAsync(system);
        LibC.kill(session.GuardProcessId, SignalSet.SIGKILL);

        FreezeReport report = session.Freeze();

        Assert.False(report.IsFrozen);
        Assert.Equal(EndCause.GuardLost, report.EndedBy);
        Assert.False(system.IsFrozen());
    }

    [Fact]
    public async Task Synchronising_brings_what_was_written_to_the_device()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using FreezeSession session = await FreezeScene.PrepareAsync(system);
        byte[] content = RandomNumberGenerator.GetBytes(64);
        File.WriteAllBytes(Path.Combine(system.MountPoint, "fresh"), content);

        await session.SyncAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);

        Assert.True(File.ReadAllBytes(system.Image).AsSpan().IndexOf(content) >= 0);
    }

    [Fact]
    public async Task Guard_and_sentinel_keep_nothing_open_that_is_not_theirs()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        using Descriptor file = Descriptor.Own(LibC.open(system.Image, LibC.O_RDONLY, 0), system.Image);
        await using FreezeSession session = await FreezeScene.PrepareAsync(system);

        foreach (int process in new[] { session.GuardProcessId, session.SentinelProcessId })
        {
            string folder = FormattableString.Invariant($"/proc/{process}/fd");
            Assert.DoesNotContain(Directory.GetFileSystemEntries(folder), entry => File.ResolveLinkTarget(entry, returnFinalTarget: false)!.FullName == system.Image);
        }
    }
}
