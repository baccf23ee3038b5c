using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Quiesce.Cli;

/// <summary>Turns the signals that ask a program to end into a cancellation, so that everything is released before it does.</summary>
internal sealed class EndingSignals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public EndingSignals() => _registrations = Array.ConvertAll(
        [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT], signal => PosixSignalRegistration.Create(signal, Cancel));

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
    }
}
