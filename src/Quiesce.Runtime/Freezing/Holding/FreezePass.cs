using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>Freezes what a ledger lists, in its order, until something refuses or the freeze has to end. Only the guard does this, on a thread of its own.</summary>
internal static class FreezePass
{
    public static void Run(FreezeLedger ledger)
    {
        GracePeriods.Expedite(ledger);
        for (int i = 0; i < ledger.Count && Freeze(ledger, ref ledger[i]); i++)
        {
        }

        GracePeriods.PutBack(ledger);
        ledger.AreGracePeriodsExpedited = false;

        // What came about after the others began to thaw – or before a refusal – is nobody else's to find.
        if (ledger.HasEnded)
            ThawPass.Run(ledger, FreezeRole.Guard, HoldersAlive.Everybody);
    }

    private static bool Freeze(FreezeLedger ledger, ref LedgerEntry entry)
    {
        // The mark first, then the look: whoever ends the freeze writes that first and then looks for marks, so that one of us always sees the other.
        if (!entry.TryBeginFreezing())
            return false;
        if (ledger.HasEnded)
        {
            entry.TryEndFreezing(EntryState.Untouched);
            return false;
        }

        entry.FreezeStarted = MonotonicClock.NowInNanoseconds;
        int error = LibC.ioctl(entry.Descriptor, LibC.FIFREEZE, 0) == 0 ? 0 : LibC.LastError;
        entry.FreezeEnded = MonotonicClock.NowInNanoseconds;
        entry.FreezeError = error;
        entry.TryEndFreezing(error switch
        {
            0 => EntryState.Frozen,
            Errno.EBUSY => EntryState.FrozenByOthers,
            _ => EntryState.Refused,
        });
        if (error == 0)
            return true;

        ledger.TryEnd(EndCause.FreezeFailed);
        return false;
    }
}
