using System.Threading;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>The holder that freezes. Its loop never does so itself: a FIFREEZE can block, and must not keep the deadline from thawing the others.</summary>
internal sealed unsafe class Guard : HolderProcess
{
    private readonly int begin = LibC.eventfd(0, LibC.EFD_CLOEXEC);
    private readonly int over = LibC.eventfd(0, LibC.EFD_CLOEXEC);
    private readonly int overSlot;

    public Guard(FreezeLedger ledger, int deadline, PollSet polls, Peer run, Peer sentinel)
        : base(FreezeRole.Guard, ledger, deadline, polls, run, sentinel)
    {
        overSlot = polls.Watch(over);
        new Thread(FreezeWhenTold, maxStackSize: 128 * 1024) { IsBackground = true }.Start();
    }

    protected override void Receive(FreezeRole from, Message message)
    {
        if (message == Message.Freeze)
            Signal(begin);
        else if (message == Message.Thaw)
            Ledger.TryEnd(EndCause.Asked);
        else
            base.Receive(from, message);
    }

    protected override void AttendOwnEvents()
    {
        base.AttendOwnEvents();
        if (Polls.IsReady(overSlot))
        {
            Polls.Forget(overSlot);
            Report(Message.FreezePassOver);
        }
    }

    protected override void AfterMyTurn()
    {
        Ledger.GuardAttended = true;
        base.AfterMyTurn();
    }

    private void FreezeWhenTold()
    {
        Wait(begin);
        FreezePass.Run(Ledger);
        Signal(over);
    }

    private static void Signal(int eventDescriptor)
    {
        ulong one = 1;
        LibC.write(eventDescriptor, &one, sizeof(ulong));
    }

    private static void Wait(int eventDescriptor)
    {
        ulong count;
        while (LibC.read(eventDescriptor, &count, sizeof(ulong)) < 0 && LibC.LastError == Errno.EINTR)
        {
        }
    }
}
