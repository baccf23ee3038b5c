using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

internal static partial class LibC
{
    public const short POLLIN = 1;
    public const short POLLERR = 8;
    public const short POLLHUP = 16;

    public const int AF_UNIX = 1;
    public const int SOCK_STREAM = 1;
    public const int SOCK_CLOEXEC = 0x80000;
    public const int MSG_NOSIGNAL = 0x4000;
    public const int EFD_CLOEXEC = 0x80000;
    public const int SFD_CLOEXEC = 0x80000;

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial int poll(PollRequest* requests, nuint count, int timeoutInMilliseconds);

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial int socketpair(int domain, int type, int protocol, int* pair);

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial nint send(int socket, void* buffer, nint length, int flags);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int eventfd(uint initial, int flags);

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial int signalfd(int descriptor, SignalSet* signals, int flags);
}

/// <summary><c>struct pollfd</c>; a negative descriptor is skipped by the kernel.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollRequest
{
    public int Descriptor;
    public short Events;
    public short Returned;
}
