namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>The holder that only waits: for the guard to die, to be stopped, or to do its work.</summary>
internal sealed class Sentinel : HolderProcess
{
    private readonly Peer guard;

    public Sentinel(FreezeLedger ledger, int deadline, PollSet polls, Peer run, Peer guard)
        : base(FreezeRole.Sentinel, ledger, deadline, polls, run, guard) => this.guard = guard;

    /// <summary>
    /// A guard that has not moved a grace after the end is stopped, or worse. If it was stopped just behind a FIFREEZE, only its death tells us that the call is
    /// over and that the thaw is ours.
    /// </summary>
    protected override void BeforeMyTurn()
    {
        if (!Ledger.IsAtRest && IsAlive(FreezeRole.Guard) && !Ledger.GuardAttended)
            guard.Kill();
    }
}
