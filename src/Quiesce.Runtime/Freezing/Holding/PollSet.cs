using System.Runtime.InteropServices;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>The descriptors a holder waits on. All are added before the waiting begins; waiting allocates nothing.</summary>
internal sealed unsafe class PollSet
{
    public const int ForEver = -1;

    private const int Capacity = 8;

    private readonly PollRequest* _requests = (PollRequest*)NativeMemory.AllocZeroed(Capacity, (nuint)sizeof(PollRequest));
    private int _count;

    /// <summary>Adds a descriptor and returns its slot; a negative one is allowed, and never ready.</summary>
    public int Watch(int descriptor)
    {
        Replace(_count, descriptor);
        return _count++;
    }

    public void Replace(int slot, int descriptor) => _requests[slot] = new PollRequest { Descriptor = descriptor, Events = LibC.POLLIN };

    /// <summary>What has told its one piece of news stays readable for ever, and would make every wait return at once.</summary>
    public void Forget(int slot) => _requests[slot] = new PollRequest { Descriptor = -1 };

    public bool IsReady(int slot) => _requests[slot].Returned != 0;

    /// <summary>Waits for the first of them, or so many milliseconds.</summary>
    public void Wait(int timeoutInMilliseconds)
    {
        if (LibC.poll(_requests, (nuint)_count, timeoutInMilliseconds) >= 0)
            return;

        // EINTR: nothing is known to be ready; the caller's loop comes back.
        for (int slot = 0; slot < _count; slot++)
            _requests[slot].Returned = 0;
    }
}
