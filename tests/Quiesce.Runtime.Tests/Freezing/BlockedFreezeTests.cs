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

/// <summary>
/// A FIFREEZE that does not return, as the kernel makes it when somebody else has frozen the file system below: dirty data cannot be written back. Once that is
/// thawed the call completes – frozen, and owned by nobody unless somebody has waited for it.
/// </summary>
[Collection(FreezeCollection.Name)]
public sealed class BlockedFreezeTests : IDisposable
{
    private readonly ScratchFileSystem below;
    private readonly ScratchFileSystem blocked;
    private readonly ScratchFileSystem freeBelow;
    private readonly ScratchFileSystem freeMiddle;

    /// <summary>Stands on two others, and is therefore frozen before the one that blocks.</summary>
    private readonly ScratchFileSystem free;

    public BlockedFreezeTests()
    {
        FreezeScene.RequireRootAndLoops();
        below = ScratchFileSystem.Create("xfs");
        blocked = below.CreateInside();
        freeBelow = ScratchFileSystem.Create("xfs");
        freeMiddle = freeBelow.CreateInside();
        free = freeMiddle.CreateInside();
    }

    [Fact]
    public async Task Does_not_keep_the_deadline_from_thawing_the_others_and_is_itself_thawed_when_it_returns()
    {
        await using FreezeSession session = await FreezeScene.PrepareAsync(FreezeScene.Options with { Deadline = TimeSpan.FromMilliseconds(500) }, blocked, free);
        Block();

        FreezeReport report = session.Freeze();
        bool freeIsFrozen = free.IsFrozen();
        below.ThawAsSomebodyElse();
        await session.DisposeAsync();
        await blocked.WriteAsync();

        Assert.Equal(FreezeFault.Timeout, report.Fault);
        Assert.Contains(blocked.MountPoint, report.Problem, StringComparison.Ordinal);
        Assert.Equal([free.MountPoint, blocked.MountPoint], report.FileSystems.Select(system => system.MountPoint));
        Assert.Equal(EntryState.Freezing, report.FileSystems[1].State);
        Assert.False(freeIsFrozen);
    }

    [Fact]
    public async Task Is_thawed_by_the_sentinel_when_the_guard_was_killed_in_it()
    {
        using var memory = new MemoryFolder();
        string gracePeriods = Path.Combine(memory.Folder, "rcu_expedited");
        File.WriteAllText(gracePeriods, "0");
        FreezeOptions options = FreezeScene.Options with { RecordDirectory = memory.Records, GracePeriods = gracePeriods };
        await using FreezeSession session = await FreezeScene.PrepareAsync(options, blocked, free);
        Block();
        Task<FreezeReport> freezing = Task.Run(() => session.Freeze());
        WaitUntilBlocked(session.RecordPath!);
        string whileFreezing = File.ReadAllText(gracePeriods);

        LibC.kill(session.GuardProcessId, SignalSet.SIGKILL);
        FreezeReport report = await freezing;
        bool freeIsFrozen = free.IsFrozen();
        below.ThawAsSomebodyElse();
        await session.DisposeAsync();
        await blocked.WriteAsync();

        Assert.Equal("1", whileFreezing);
        Assert.Equal("0", File.ReadAllText(gracePeriods));
        Assert.Equal(EndCause.GuardLost, report.EndedBy);
        Assert.False(freeIsFrozen);
    }

    [Fact]
    public async Task Is_waited_for_and_thawed_by_the_run_when_guard_and_sentinel_were_killed_in_it()
    {
        using var memory = new MemoryFolder();
        await using FreezeSession session = await FreezeScene.PrepareAsync(FreezeScene.Options with { RecordDirectory = memory.Records }, blocked, free);
        Block();
        Task<FreezeReport> freezing = Task.Run(() => session.Freeze());
        WaitUntilBlocked(session.RecordPath!);

        LibC.kill(session.SentinelProcessId, SignalSet.SIGKILL);
        LibC.kill(session.GuardProcessId, SignalSet.SIGKILL);
        await freezing;
        bool freeIsFrozen = free.IsFrozen();
        Task disposing = session.DisposeAsync().AsTask();
        below.ThawAsSomebodyElse();
        await disposing;

        Assert.False(freeIsFrozen);
        Assert.False(blocked.IsFrozen());
    }

    public void Dispose()
    {
        // The ones that stand on others first.
        foreach (ScratchFileSystem system in (ScratchFileSystem[])[free, freeMiddle, freeBelow])
            system.Dispose();
        below.ThawIfFrozen();
        blocked.Dispose();
        below.Dispose();
    }

    private static void WaitUntilBlocked(string record)
    {
        using Descriptor file = Descriptor.Own(LibC.open(record, LibC.O_RDWR | LibC.O_CLOEXEC, 0), record);
        using FreezeLedger ledger = FreezeLedger.Open(file.Number);
        SpinWait.SpinUntil(() => ledger[1].State == EntryState.Freezing);
    }

    /// <summary>Dirties the one, and freezes what it stands on.</summary>
    private void Block()
    {
        File.WriteAllBytes(Path.Combine(blocked.MountPoint, "dirty"), new byte[1 << 20]);
        below.FreezeAsSomebodyElse();
    }
}
