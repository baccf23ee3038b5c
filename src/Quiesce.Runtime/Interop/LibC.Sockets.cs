using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

internal static partial class LibC
{
    [LibraryImport(Library, SetLastError = true)]
    public static partial int socket(int domain, int type, int protocol);

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial int connect(int descriptor, LocalSocketAddress* address, uint length);
}

/// <summary><c>struct sockaddr_un</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LocalSocketAddress
{
    public const int LongestPath = 107;

    public ushort Family;
    public fixed byte Path[LongestPath + 1];
}
