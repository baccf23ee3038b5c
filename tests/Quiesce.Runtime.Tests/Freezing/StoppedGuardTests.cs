using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Interop;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

/// <summary>A guard that is stopped – by a debugger, a job control gone wrong – and not dead. The deadline is far away: nothing here may need it.</summary>
[Collection(FreezeCollection.Name)]
public sealed class StoppedGuardTests
{
    private static readonly TimeSpan Promise = TimeSpan.FromMinutes(1);

    public StoppedGuardTests() => FreezeScene.RequireRootAndLoops();

    private static FreezeOptions Options => FreezeScene.Options with { Deadline = TimeSpan.FromMinutes(20) };

    [Fact]
    public async Task A_stopped_guard_is_continued_or_overtaken_and_the_freeze_has_held()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using FreezeSession session = await FreezeScene.PrepareAsync(Options, system);
        session.Freeze();
        LibC.kill(session.GuardProcessId, FreezingProcess.SIGSTOP);
        FreezingProcess.WaitUntilStopped(session.GuardProcessId);

        FreezeReport thawed = await session.ThawAsync().WaitAsync(Promise);

        Assert.Null(thawed.Problem);
        Assert.True(thawed.Held);
        Assert.False(system.IsFrozen());
    }

    /// <summary>A stop takes hold where a system call returns: often just behind the FITHAW, before the guard could write down that it succeeded.</summary>
    [Fact]
    public async Task A_guard_stopped_at_any_moment_of_its_thaw_finishes_it_and_says_how_it_went()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        var random = new Random(20261121);
        for (int attempt = 0; attempt < 40; attempt++)
        {
            await using FreezeSession session = await FreezeScene.PrepareAsync(Options, system);
            session.Freeze();

            Task<FreezeReport> thaw = session.ThawAsync();
            SpinFor(TimeSpan.FromMicroseconds(random.Next(2000)));
            LibC.kill(session.GuardProcessId, FreezingProcess.SIGSTOP);
            FreezeReport thawed = await thaw.WaitAsync(Promise);

            Assert.Null(thawed.Problem);
            Assert.True(thawed.Held);
            Assert.False(system.IsFrozen());
        }
    }

    /// <summary>What it writes as it thaws goes to a disk that stands still for a while: longer than any patience with a guard that does nothing.</summary>
    [Fact]
    public async Task A_guard_whose_thaw_waits_for_a_slow_disk_is_waited_for_and_the_freeze_has_held()
    {
        using ScratchFileSystem disk = ScratchFileSystem.Create("xfs");
        using ScratchFileSystem system = disk.CreateInside();
        await using FreezeSession session = await FreezeScene.PrepareAsync(Options, system);
        session.Freeze();

        disk.FreezeAsSomebodyElse();
        Task<FreezeReport> thaw = session.ThawAsync();
        await Task.Delay(TimeSpan.FromSeconds(3));
        bool waited = !thaw.IsCompleted;
        disk.ThawAsSomebodyElse();
        FreezeReport thawed = await thaw.WaitAsync(Promise);

        Assert.True(waited);
        Assert.Null(thawed.Problem);
        Assert.True(thawed.Held);
        Assert.False(system.IsFrozen());
    }

    /// <summary>The kill takes hold when the FITHAW returns: it has thawed, and nobody has written that down.</summary>
    [Fact]
    public async Task A_guard_that_is_killed_while_it_thaws_is_not_taken_for_a_foreign_thaw()
    {
        using ScratchFileSystem disk = ScratchFileSystem.Create("xfs");
        using ScratchFileSystem system = disk.CreateInside();
        await using FreezeSession session = await FreezeScene.PrepareAsync(Options, system);
        session.Freeze();

        disk.FreezeAsSomebodyElse();
        Task<FreezeReport> thaw = session.ThawAsync();
        SpinWait.SpinUntil(() => FreezingProcess.ThreadsOf(session.GuardProcessId).Any(thread => KernelWait.Holds(session.GuardProcessId, thread)));
        LibC.kill(session.GuardProcessId, SignalSet.SIGKILL);
        disk.ThawAsSomebodyElse();
        FreezeReport thawed = await thaw.WaitAsync(Promise);

        Assert.False(thawed.Held);
        Assert.Contains("one of our processes", thawed.Problem, StringComparison.Ordinal);
        Assert.False(system.IsFrozen());
    }

    private static void SpinFor(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
        }
    }
}
