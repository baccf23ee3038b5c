namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>The holder that only waits: for the guard to die, to be stopped, or to do its work.</summary>
internal sealed class Sentinel(FreezeLedger ledger, int deadline, PollSet polls, Peer run, Peer guard)
    : HolderProcess(FreezeRole.Sentinel, ledger, deadline, polls, run, guard);
