using System;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// Gets a guard that does not attend to the end of a freeze out of the way. If it is stopped – behind a FIFREEZE, or in the middle of a thaw – nobody else can
/// know on which side of the call it stands; once continued it finishes its work and writes down how that went. One that still thaws nothing, since a debugger
/// or a freezer holds it, is killed: then the thaw is anybody's, at the price that the freeze can no longer be shown to have held.
/// </summary>
internal sealed class GuardProd(Peer guard, FreezeLedger ledger)
{
    /// <summary>Far longer than one FITHAW takes, even of a disk that is busy: a guard that has thawed something within it is not stuck.</summary>
    private static readonly TimeSpan Patience = 4 * FreezeHolder.Grace;

    private double next;
    private int thawedBefore = -1;

    public int MillisecondsToNext => Math.Max(0, (int)Math.Ceiling(next - MonotonicClock.NowInMilliseconds));

    public void IfDue()
    {
        if (MonotonicClock.NowInMilliseconds < next)
            return;

        next = MonotonicClock.NowInMilliseconds + Patience.TotalMilliseconds;
        int thawed = ledger.CountOf(EntryState.Thawed);
        if (thawed == thawedBefore)
            guard.Kill();
        else
            guard.Continue();
        thawedBefore = thawed;
    }
}
