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
    private readonly TaskCompletionSource _ready = NewSource();
    private readonly TaskCompletionSource _freezeOver = NewSource();
    private readonly TaskCompletionSource _settled = NewSource();
    private readonly TaskCompletionSource _mayLeave = NewSource();
    private readonly TaskCompletionSource<EndCause> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Peer _guard;
    private readonly Peer _sentinel;
    private readonly int _wake;
    private readonly int _wakeSlot;
    private int _holdersReady;
    private volatile bool _released;

    public RunHolder(FreezeLedger ledger, int deadline, int wake, PollSet polls, Peer guard, Peer sentinel)
        : base(FreezeRole.Run, ledger, deadline, polls, guard, sentinel)
    {
        _guard = guard;
        _sentinel = sentinel;
        _wake = wake;
        _wakeSlot = polls.Watch(wake);
    }

    /// <summary>Both holders are ready, or one has ended.</summary>
    public Task Ready => _ready.Task;

    /// <summary>The guard has tried every mount, or the freeze has ended.</summary>
    public Task FreezeOver => _freezeOver.Task;

    /// <summary>The freeze has ended and nothing is frozen that could be thawed.</summary>
    public Task Settled => _settled.Task;

    /// <summary>The freeze has ended though nobody asked.</summary>
    public Task<EndCause> Lost => _lost.Task;

    /// <summary>
    /// Released, the run may end: nothing is frozen or can become so, or one of the others is there to see to it. A FIFREEZE that a killed guard is still inside
    /// of, with the sentinel dead as well, is the run's to wait for.
    /// </summary>
    public Task MayLeave => _mayLeave.Task;

    protected override bool IsOver => _released && Ledger.IsAtRest && !OthersHold;

    private bool OthersHold => IsAlive(FreezeRole.Guard) || IsAlive(FreezeRole.Sentinel);

    public void AskToFreeze() => _guard.Send(Message.Freeze);

    public void AskToThaw()
    {
        Ledger.TryEnd(EndCause.Asked);
        _guard.Send(Message.Thaw);
        _sentinel.Send(Message.Thaw);
        Wake();
    }

    public void Release()
    {
        Ledger.TryEnd(EndCause.Asked);
        _released = true;
        Wake();
        _guard.Send(Message.Release);
        _sentinel.Send(Message.Release);
    }

    protected override void Receive(FreezeRole from, Message message)
    {
        if (message == Message.Ready && ++_holdersReady == 2)
            _ready.TrySetResult();
        else if (message == Message.FreezePassOver)
            _freezeOver.TrySetResult();
    }

    protected override void AttendOwnEvents()
    {
        if (Polls.IsReady(_wakeSlot))
        {
            ulong count;
            LibC.read(_wake, &count, sizeof(ulong));
        }

        Publish();
    }

    protected override void AfterMyTurn() => Publish();

    private void Publish()
    {
        if (!Ledger.HasEnded)
            return;
        if (Ledger.Cause != EndCause.Asked)
            _lost.TrySetResult(Ledger.Cause);
        if (_released && (Ledger.IsAtRest || OthersHold))
            _mayLeave.TrySetResult();
        _ready.TrySetResult();
        if (!Ledger.IsSettled)
            return;
        _freezeOver.TrySetResult();
        _settled.TrySetResult();
    }

    private void Wake()
    {
        ulong one = 1;
        LibC.write(_wake, &one, sizeof(ulong));
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
