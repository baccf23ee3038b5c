using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing;
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
        WaitUntilStopped(session.GuardProcessId);

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

    private static void SpinFor(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
        }
    }

    /// <summary>A signal is only sent when kill returns; each thread stops when it next runs.</summary>
    private static void WaitUntilStopped(int process)
    {
        string threads = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task");
        while (!Directory.GetDirectories(threads).All(thread => File.ReadAllText(Path.Combine(thread, "stat")).Split(") ")[1].StartsWith('T')))
            Thread.Yield();
    }
}
