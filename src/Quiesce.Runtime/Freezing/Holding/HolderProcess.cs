using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>A holder in a process of its own – guard or sentinel: it also ends the freeze when it is asked to end itself, and goes when all is at rest.</summary>
internal abstract unsafe class HolderProcess : FreezeHolder
{
    private readonly int _signals;
    private readonly int _signalSlot;
    private readonly Peer _run;
    private bool _isReleased;

    protected HolderProcess(FreezeRole role, FreezeLedger ledger, int deadline, PollSet polls, Peer run, Peer other)
        : base(role, ledger, deadline, polls, run, other)
    {
        _run = run;
        // They were blocked before this process had its first thread, so that none of the runtime's threads can take one.
        SignalSet requests = SignalSet.RequestsToEnd;
        _signals = LibC.signalfd(-1, &requests, LibC.SFD_CLOEXEC);
        _signalSlot = polls.Watch(_signals);
    }

    protected override bool IsOver => (_isReleased || !IsAlive(FreezeRole.Run)) && Ledger.HasEnded && Ledger.IsAtRest;

    /// <summary>Holds until all is at rest and nobody needs this process any more.</summary>
    public virtual void Run() => Hold();

    protected void Report(Message message) => _run.Send(message);

    protected override void Receive(FreezeRole from, Message message)
    {
        _isReleased |= message == Message.Release;
        if (message is Message.Thaw or Message.Release)
            Ledger.TryEnd(EndCause.Asked);
    }

    protected override void AttendOwnEvents()
    {
        if (!Polls.IsReady(_signalSlot))
            return;

        byte* information = stackalloc byte[128];
        LibC.read(_signals, information, 128);
        Ledger.TryEnd(EndCause.Signal);
    }

    protected override void AfterMyTurn() => _run.Send(Message.ThawPassOver);
}
