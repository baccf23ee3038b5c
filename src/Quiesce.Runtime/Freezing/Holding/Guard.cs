using System.Threading;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// The holder that freezes. Its loop never does so itself: a FIFREEZE can block, and must not keep the deadline from thawing the others. The process's first
/// thread freezes, because it is the one whose end the others cannot watch by itself.
/// </summary>
internal sealed unsafe class Guard : HolderProcess
{
    private const int StackSize = 128 * 1024;

    private readonly int _begin = LibC.eventfd(0, LibC.EFD_CLOEXEC);
    private readonly int _over = LibC.eventfd(0, LibC.EFD_CLOEXEC);
    private readonly int _overSlot;

    public Guard(FreezeLedger ledger, int deadline, PollSet polls, Peer run, Peer sentinel)
        : base(FreezeRole.Guard, ledger, deadline, polls, run, sentinel) => _overSlot = polls.Watch(_over);

    public override void Run()
    {
        var loop = new Thread(HoldAndLetGo, StackSize);
        loop.Start();
        Wait(_begin);
        // Nothing, where the loop was released without being told to freeze: then the ledger has ended.
        FreezePass.Run(Ledger);
        // The run waits with everything frozen: it is told from here, not by way of the loop.
        Report(Message.FreezePassOver);
        Signal(_over);
        loop.Join();
    }

    protected override void Receive(FreezeRole from, Message message)
    {
        if (message == Message.Freeze)
            Signal(_begin);
        else
            base.Receive(from, message);
    }

    protected override void AttendOwnEvents()
    {
        base.AttendOwnEvents();
        if (Polls.IsReady(_overSlot))
            Polls.Forget(_overSlot);
    }

    protected override void AfterMyTurn()
    {
        Ledger.GuardAttended = true;
        base.AfterMyTurn();
    }

    private void HoldAndLetGo()
    {
        Hold();
        Signal(_begin);
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
