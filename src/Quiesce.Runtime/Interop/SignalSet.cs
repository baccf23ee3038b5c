using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

/// <summary><c>sigset_t</c> of the C library (1024 bits), of which the first 64 exist.</summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal struct SignalSet
{
    public const int SIGHUP = 1;
    public const int SIGINT = 2;
    public const int SIGKILL = 9;
    public const int SIGTERM = 15;
    public const int SIGCONT = 18;

    private ulong _bits;

    public static SignalSet All => new() { _bits = ulong.MaxValue };

    /// <summary>What asks a process to end: a service manager, a terminal, a hang-up.</summary>
    public static SignalSet RequestsToEnd =>
        new() { _bits = 1UL << (SIGHUP - 1) | 1UL << (SIGINT - 1) | 1UL << (SIGTERM - 1) };
}
