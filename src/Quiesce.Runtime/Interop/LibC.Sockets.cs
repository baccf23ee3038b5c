using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

internal static partial class LibC
{
    public const int SOCK_DGRAM = 2;
    public const int MSG_DONTWAIT = 0x40;

    [LibraryImport(Library, SetLastError = true)]
    public static partial int socket(int domain, int type, int protocol);

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial int connect(int descriptor, LocalSocketAddress* address, uint length);

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial nint sendto(int descriptor, byte* message, nint length, int flags, LocalSocketAddress* address, uint addressLength);
}

/// <summary><c>struct sockaddr_un</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LocalSocketAddress
{
    public const int LongestPath = 107;

    public ushort Family;
    public fixed byte Path[LongestPath + 1];
}
