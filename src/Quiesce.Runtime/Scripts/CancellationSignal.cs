using System;
using System.Threading;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Scripts;

/// <summary>Makes a cancellation token something that <c>poll</c> can wait for beside processes and pipes.</summary>
internal sealed unsafe class CancellationSignal : IDisposable
{
    private readonly Descriptor _event = Descriptor.Own(LibC.eventfd(0, LibC.EFD_CLOEXEC), "eventfd");
    private readonly CancellationTokenRegistration _registration;

    public CancellationSignal(CancellationToken token) => _registration = token.Register(Raise);

    /// <summary>Readable once the token was cancelled.</summary>
    public int ReadDescriptor => _event.Number;

    public void Dispose()
    {
        // Waits for a callback under way, so that the descriptor is not closed under it.
        _registration.Dispose();
        _event.Dispose();
    }

    private void Raise()
    {
        long one = 1;
        LibC.write(_event.Number, &one, sizeof(long));
    }
}
