using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// The run's own part in holding a freeze. It passes on what guard and sentinel report, and is the last of the three that would thaw. Its loop runs on a thread
/// of its own; the tasks are its only way to the rest of the program.
/// </summary>
internal sealed unsafe class RunHolder : FreezeHolder
{
    private readonly TaskCompletionSource ready = NewSource();
    private readonly TaskCompletionSource freezeOver = NewSource();
    private readonly TaskCompletionSource settled = NewSource();
    private readonly TaskCompletionSource mayLeave = NewSource();
    private readonly TaskCompletionSource<EndCause> lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Peer guard;
    private readonly Peer sentinel;
    private readonly int wake;
    private readonly int wakeSlot;
    private int holdersReady;
    private volatile bool released;

    public RunHolder(FreezeLedger ledger, int deadline, int wake, PollSet polls, Peer guard, Peer sentinel)
        : base(FreezeRole.Run, ledger, deadline, polls, guard, sentinel)
    {
        this.guard = guard;
        this.sentinel = sentinel;
        this.wake = wake;
        wakeSlot = polls.Watch(wake);
    }

    /// <summary>Both holders are ready, or one has ended.</summary>
    public Task Ready => ready.Task;

    /// <summary>The guard has tried every mount, or the freeze has ended.</summary>
    public Task FreezeOver => freezeOver.Task;

    /// <summary>The freeze has ended and nothing is frozen that could be thawed.</summary>
    public Task Settled => settled.Task;

    /// <summary>The freeze has ended though nobody asked.</summary>
    public Task<EndCause> Lost => lost.Task;

    /// <summary>
    /// Released, the run may end: nothing is frozen or can become so, or one of the others is there to see to it. A FIFREEZE that a killed guard is still inside
    /// of, with the sentinel dead as well, is the run's to wait for.
    /// </summary>
    public Task MayLeave => mayLeave.Task;

    protected override bool IsOver => released && Ledger.IsAtRest && !OthersHold;

    private bool OthersHold => IsAlive(FreezeRole.Guard) || IsAlive(FreezeRole.Sentinel);

    public void AskToFreeze() => guard.Send(Message.Freeze);

    public void AskToThaw()
    {
        Ledger.TryEnd(EndCause.Asked);
        guard.Send(Message.Thaw);
        sentinel.Send(Message.Thaw);
        Wake();
    }

    public void Release()
    {
        Ledger.TryEnd(EndCause.Asked);
        released = true;
        Wake();
        guard.Send(Message.Release);
        sentinel.Send(Message.Release);
    }

    protected override void Receive(FreezeRole from, Message message)
    {
        if (message == Message.Ready && ++holdersReady == 2)
            ready.TrySetResult();
        else if (message == Message.FreezePassOver)
            freezeOver.TrySetResult();
    }

    protected override void AttendOwnEvents()
    {
        if (Polls.IsReady(wakeSlot))
        {
            ulong count;
            LibC.read(wake, &count, sizeof(ulong));
        }

        Publish();
    }

    protected override void AfterMyTurn() => Publish();

    private void Publish()
    {
        if (!Ledger.HasEnded)
            return;
        if (Ledger.Cause != EndCause.Asked)
            lost.TrySetResult(Ledger.Cause);
        if (released && (Ledger.IsAtRest || OthersHold))
            mayLeave.TrySetResult();
        ready.TrySetResult();
        if (!Ledger.IsSettled)
            return;
        freezeOver.TrySetResult();
        settled.TrySetResult();
    }

    private void Wake()
    {
        ulong one = 1;
        LibC.write(wake, &one, sizeof(ulong));
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
