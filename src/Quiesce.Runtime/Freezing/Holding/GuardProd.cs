using System;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// Gets a guard that does not attend to the end of a freeze out of the way. If it is stopped – behind a FIFREEZE, or in the middle of a thaw – nobody else can
/// know on which side of the call it stands; once continued it finishes its work and writes down how that went. One that still thaws nothing, since a debugger
/// or a freezer holds it, is killed: then the thaw is anybody's, at the price that the freeze can no longer be shown to have held. Not one that waits in the kernel, for a disk that is slow to
/// take what a FITHAW writes: a kill does not reach it there, a second FITHAW would only wait behind the first, and the freeze has held.
/// </summary>
internal sealed class GuardProd(Peer guard, FreezeLedger ledger)
{
    /// <summary>Far longer than one FITHAW takes, even of a disk that is busy: a guard that has thawed something within it is not stuck.</summary>
    private static readonly TimeSpan s_patience = 4 * FreezeHolder.Grace;

    private double _next;
    private int _thawedBefore = -1;

    /// <summary>By the thread of its loop, or by the one that freezes, if that is done with freezing.</summary>
    private bool IsThawingInTheKernel
    {
        get
        {
            (int process, int loop) = ledger.HolderOf(FreezeRole.Guard);
            return ledger.CountOf(EntryState.Thawing) > 0
                && (KernelWait.Holds(process, loop) || (ledger.CountOf(EntryState.Freezing) == 0 && KernelWait.Holds(process, process)));
        }
    }

    public int MillisecondsToNext => Math.Max(0, (int)Math.Ceiling(_next - MonotonicClock.NowInMilliseconds));

    public void IfDue()
    {
        if (MonotonicClock.NowInMilliseconds < _next)
            return;

        _next = MonotonicClock.NowInMilliseconds + s_patience.TotalMilliseconds;
        int thawed = ledger.CountOf(EntryState.Thawed);
        if (thawed != _thawedBefore)
            guard.Continue();
        else if (!IsThawingInTheKernel)
            guard.Kill();
        _thawedBefore = thawed;
    }
}
