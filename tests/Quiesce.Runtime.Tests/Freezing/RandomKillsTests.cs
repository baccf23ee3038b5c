using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Interop;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

[Collection(FreezeCollection.Name)]
public sealed class RandomKillsTests
{
    private const int Instants = 100;

    /// <summary>Long enough for a kill to fall before, into or behind the freezing, the hold and the thaw.</summary>
    private const double SpanInMilliseconds = 8;

    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(1);

    /// <summary>Side by side, on file systems of their own: most of an instant is waiting for the disk.</summary>
    private const int Lanes = 4;

    [Fact]
    public async Task Kills_at_any_instant_leave_nothing_frozen_that_was_not_frozen_by_others()
    {
        FreezeScene.RequireRootAndLoops();
        string gracePeriods = GracePeriodsNow();

        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => KillAtInstantsAsync(lane * Instants / Lanes, Instants / Lanes))));

        Assert.Equal(gracePeriods, GracePeriodsNow());
    }

    private static async Task KillAtInstantsAsync(int from, int count)
    {
        using ScratchFileSystem first = ScratchFileSystem.Ext4();
        using ScratchFileSystem second = ScratchFileSystem.Ext4();
        using ScratchFileSystem foreign = ScratchFileSystem.Ext4();
        foreign.FreezeAsSomebodyElse();

        for (int instant = from; instant < from + count; instant++)
        {
            // Half of the runs find one of their mounts frozen by somebody else.
            ScratchFileSystem[] systems = instant % 2 == 0 ? [first, second] : [first, foreign];
            using FreezingProcess process = await FreezingProcess.StartAsync("/nowhere", systems);
            KillSome(process, new Random(instant));

            await Task.WhenAll(first.WriteAsync(), second.WriteAsync()).WaitAsync(Promise);
            process.AskToThaw();
            await process.EndedAsync();
            Assert.False(first.IsFrozen() || second.IsFrozen(), $"instant {instant} left something frozen");
            Assert.True(foreign.IsFrozen(), $"instant {instant} thawed what somebody else had frozen");
        }
    }

    private static string GracePeriodsNow() => File.Exists(GracePeriods.File) ? File.ReadAllText(GracePeriods.File) : "there are none to ask for";

    private static void KillSome(FreezingProcess process, Random random)
    {
        if (random.Next(2) == 0)
            process.AskToThaw();
        FreezeRole[] victims = FreezingProcess.All;
        random.Shuffle(victims);
        SpinFor(random.NextDouble() * SpanInMilliseconds);
        process.Signal(SignalSet.SIGKILL, victims[..random.Next(1, 3)]);
    }

    /// <summary>Far finer than any timer.</summary>
    private static void SpinFor(double milliseconds)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < milliseconds)
        {
        }
    }
}
