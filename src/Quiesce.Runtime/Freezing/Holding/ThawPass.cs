namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>Thaws, last frozen first, what a ledger says we froze and nobody alive is already thawing. It allocates nothing and needs no disk.</summary>
internal static class ThawPass
{
    public static void Run(FreezeLedger ledger, FreezeRole by, HoldersAlive alive)
    {
        for (int i = ledger.Count - 1; i >= 0; i--)
        {
            ref LedgerEntry entry = ref ledger[i];
            if (entry.TryClaimThaw(by, alive))
                entry.Thaw(entry.Descriptor, by);
        }

        GracePeriods.PutBack(ledger);
    }
}
