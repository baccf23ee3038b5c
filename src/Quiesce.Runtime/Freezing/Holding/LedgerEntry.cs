using System.Runtime.InteropServices;
using System.Threading;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// One file system in the ledger: shared memory, written by whichever process acts. Every step is one atomic exchange of the state word, so that of two that
/// want the same step exactly one takes it, and a process killed between two instructions leaves a state that means something.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LedgerEntry
{
    private int _word;

    /// <summary>The mount's descriptor, under the same number in guard, sentinel and run.</summary>
    public int Descriptor;

    public int FreezeError;
    public int ThawError;
    public DeviceNumber Device;
    public long FreezeStarted;
    public long FreezeEnded;
    public long ThawStarted;
    public long ThawEnded;

    /// <summary>How many have called FITHAW, or were about to: more than one where a holder was killed at it and another took its place.</summary>
    public int ThawsBegun;

    public ulong MountId;
    public int PathOffset;
    public int PathLength;

    public EntryState State => (EntryState)(Volatile.Read(ref _word) & 0xFF);

    public bool TryBeginFreezing() => TryMove(Word(EntryState.Untouched), Word(EntryState.Freezing));

    /// <summary>False when a survivor that took this process for dead has thawed meanwhile.</summary>
    public bool TryEndFreezing(EntryState outcome) => TryMove(Word(EntryState.Freezing), Word(outcome));

    /// <summary>Claims the thaw, also of what a dead guard was freezing, or a dead holder was thawing.</summary>
    public bool TryClaimThaw(FreezeRole claimer, HoldersAlive alive)
    {
        int seen = Volatile.Read(ref _word);
        bool claimable = (EntryState)(seen & 0xFF) switch
        {
            EntryState.Frozen => true,
            EntryState.ThawRefused => claimer == FreezeRole.Rescue,
            EntryState.Freezing => !alive.IsFreezerAlive,
            EntryState.Thawing => !alive.IsAlive((FreezeRole)(seen >> 8)),
            _ => false,
        };
        return claimable && TryMove(seen, Word(EntryState.Thawing, claimer));
    }

    /// <summary>Calls FITHAW, the thaw having been claimed. EINVAL means that nothing is frozen, whatever that says of the freeze.</summary>
    public void Thaw(int mount, FreezeRole claimer)
    {
        ThawsBegun++;
        // The first call is what ended the freeze, also where who made it did not live to write down its end.
        if (ThawStarted == 0)
            ThawStarted = MonotonicClock.NowInNanoseconds;
        ThawError = LibC.ioctl(mount, LibC.FITHAW, 0) == 0 ? 0 : LibC.LastError;
        ThawEnded = MonotonicClock.NowInNanoseconds;
        TryMove(Word(EntryState.Thawing, claimer), Word(ThawError is 0 or Errno.EINVAL ? EntryState.Thawed : EntryState.ThawRefused));
    }

    private bool TryMove(int from, int to) => Interlocked.CompareExchange(ref _word, to, from) == from;

    private static int Word(EntryState state, FreezeRole claimer = default) => (int)state | (int)claimer << 8;
}
