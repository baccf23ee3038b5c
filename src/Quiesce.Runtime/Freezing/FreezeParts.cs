using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing;

/// <summary>
/// What a freeze consists of in this process: the open mounts, the ledger, the common timer, the links and the two children. Guard and sentinel inherit the
/// run's own open files rather than opening the paths again, so that all three mean the same file system whatever is mounted over it meanwhile.
/// </summary>
internal sealed class FreezeParts
{
    private readonly List<Descriptor> _owned = [];
    private readonly List<int> _children = [];
    private readonly Descriptor _deadline;
    private SafeFreezeLock? _freezeLock;
    private Descriptor? _ledgerFile;
    private Descriptor? _gracePeriods;
    private FreezeLedger? _ledger;
    private RunHolder? _holder;

    private FreezeParts() => _deadline = Keep(Descriptor.Own(LibC.timerfd_create(LibC.CLOCK_BOOTTIME, LibC.TFD_CLOEXEC), "timerfd_create"));

    public IReadOnlyList<Descriptor> Mounts { get; private set; } = [];

    /// <summary>Guard and sentinel, in this order.</summary>
    public IReadOnlyList<int> Children => _children;

    public FreezeLedger Ledger => _ledger!;

    /// <inheritdoc cref="FreezeRecord.Problem"/>
    public string? RecordProblem { get; private set; }

    public RunHolder Holder => _holder!;

    public static FreezeParts Assemble(FreezePlan plan, FreezeOptions options)
    {
        var parts = new FreezeParts();
        try
        {
            parts.Open(plan, options);
            parts.StartHolders(options.GuardExecutable);
            return parts;
        }
        catch (IOException exception)
        {
            parts.Close();
            throw new FreezeException(FreezeFault.Failed, $"the guard of the freeze cannot be started: {exception.Message}.");
        }
        catch
        {
            parts.Close();
            throw;
        }
    }

    /// <summary>Begins to watch the children; completes when both were released and are gone.</summary>
    public Task StartHolding()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            Precedence.Take();
            Holder.Hold();
            gone.SetResult();
        }) { IsBackground = true, Name = "freeze" }.Start();
        return gone.Task;
    }

    public unsafe void ArmDeadline(TimeSpan limit)
    {
        var timer = new TimerSpec { Value = TimeSpec.FromNanoseconds(MonotonicClock.NowInNanoseconds + (long)(limit.TotalMilliseconds * 1e6)) };
        if (LibC.timerfd_settime(_deadline.Number, LibC.TFD_TIMER_ABSTIME, in timer, null) != 0)
            throw new IOException("timerfd_settime: " + LibC.Describe(LibC.LastError));
    }

    /// <summary>For children that are not what they should be.</summary>
    public void KillChildren() => Signal(SignalSet.SIGKILL);

    /// <summary>For children that were released: one that is stopped would stay for ever.</summary>
    public void ContinueChildren() => Signal(SignalSet.SIGCONT);

    /// <summary>When the children are gone, or closing the links is to make them go. They are waited for, so that none stays as a zombie.</summary>
    public void Close()
    {
        foreach (Descriptor descriptor in _owned)
            descriptor.Dispose();
        foreach (int child in _children)
            ChildProcess.Reap(child);
        if (_ledger?.RecordPath is { } record && !_ledger.IsRecordNeeded)
            LibC.unlink(record);
        _freezeLock?.Dispose();
        _ledger?.Dispose();
    }

    private void Open(FreezePlan plan, FreezeOptions options)
    {
        _freezeLock = SafeFreezeLock.Take(options.LockFile);
        RefuseWhatWasLeftFrozen(plan, options.RecordDirectory);
        Mounts = plan.Mounts.Select(mount => Keep(MountOpening.Open(mount))).ToArray();

        FreezeRecord record = FreezeRecord.Create(options.RecordDirectory, plan.Mounts.Select(mount => mount.MountPoint).ToArray());
        _ledgerFile = Keep(record.File);
        _ledger = record.Ledger;
        RecordProblem = record.Problem;
        _gracePeriods = GracePeriods.Open(options.GracePeriods);
        if (_gracePeriods is not null)
            _ledger.GracePeriods = Keep(_gracePeriods).Number;
        for (int i = 0; i < Mounts.Count; i++)
        {
            _ledger[i].Descriptor = Mounts[i].Number;
            _ledger[i].Device = plan.Mounts[i].Device;
            _ledger[i].MountId = (ulong)plan.Mounts[i].Id;
        }
    }

    /// <summary>To FIFREEZE it would look like the freeze of somebody else, whom nobody would find.</summary>
    private static void RefuseWhatWasLeftFrozen(FreezePlan plan, string records)
    {
        if (RecordedFreezes.Abandoned(records).FirstOrDefault(found => plan.Mounts.Any(mount => mount.Device == found.Device)) is { } left)
            throw new FreezeException(FreezeFault.Failed, $"'{left.MountPoint}' was left frozen by a run whose processes were all killed. Thaw it with 'quiesce thaw', then run again.");
    }

    private void StartHolders(IReadOnlyList<string> program)
    {
        (Descriptor runToGuard, Descriptor guardToRun) = KeepLink();
        (Descriptor runToSentinel, Descriptor sentinelToRun) = KeepLink();
        (Descriptor guardToSentinel, Descriptor sentinelToGuard) = KeepLink();
        Start(program, GuardProcess.GuardVerb, guardToRun, guardToSentinel);
        Start(program, GuardProcess.SentinelVerb, sentinelToRun, sentinelToGuard);
        // Only the child's own copy may keep its end open: the end's closing is how the others learn of the child's death.
        foreach (Descriptor end in (Descriptor[])[guardToRun, sentinelToRun, guardToSentinel, sentinelToGuard])
            end.Dispose();

        Descriptor wake = Keep(Descriptor.Own(LibC.eventfd(0, LibC.EFD_CLOEXEC), "eventfd"));
        var polls = new PollSet();
        _holder = new RunHolder(
            Ledger,
            _deadline.Number,
            wake.Number,
            polls,
            new Peer(FreezeRole.Guard, runToGuard.Number, polls),
            new Peer(FreezeRole.Sentinel, runToSentinel.Number, polls));
    }

    private void Start(IReadOnlyList<string> program, string verb, Descriptor toRun, Descriptor toOther)
    {
        int[] named = [_ledgerFile!.Number, _deadline.Number, toRun.Number, toOther.Number];
        int[] inherited = [.. named, .. Mounts.Select(mount => mount.Number), .. NumberOf(_freezeLock?.File), .. NumberOf(_gracePeriods)];
        string[] arguments = Array.ConvertAll(named, descriptor => descriptor.ToString(CultureInfo.InvariantCulture));
        _children.Add(ChildProcess.Start([.. program, verb, .. arguments], inherited, HolderEnvironment.Variables));
    }

    /// <summary>A child's number is its own until it is waited for, which is the last thing done.</summary>
    private void Signal(int signal)
    {
        foreach (int child in _children)
            LibC.kill(child, signal);
    }

    private static int[] NumberOf(Descriptor? descriptor) => descriptor is null ? [] : [descriptor.Number];

    private (Descriptor, Descriptor) KeepLink()
    {
        (Descriptor one, Descriptor other) = Descriptor.Link();
        return (Keep(one), Keep(other));
    }

    private Descriptor Keep(Descriptor descriptor)
    {
        _owned.Add(descriptor);
        return descriptor;
    }
}
