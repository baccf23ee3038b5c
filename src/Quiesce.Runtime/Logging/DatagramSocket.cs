using System;
using System.Text;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Logging;

/// <summary>Sends datagrams to a socket in the file system, and never waits: a log that is full must not hold up a backup.</summary>
internal static unsafe class DatagramSocket
{
    /// <returns>Whether somebody was there to take it.</returns>
    public static bool TrySend(string path, ReadOnlySpan<byte> message)
    {
        if (Encoding.UTF8.GetByteCount(path) > LocalSocketAddress.LongestPath)
            return false;
        var address = new LocalSocketAddress { Family = LibC.AF_UNIX };
        Encoding.UTF8.GetBytes(path, new Span<byte>(address.Path, LocalSocketAddress.LongestPath));

        int number = LibC.socket(LibC.AF_UNIX, LibC.SOCK_DGRAM | LibC.SOCK_CLOEXEC, 0);
        if (number < 0)
            return false;
        using Descriptor socket = Descriptor.Own(number, "socket");
        fixed (byte* bytes = message)
            return LibC.sendto(socket.Number, bytes, message.Length, LibC.MSG_DONTWAIT | LibC.MSG_NOSIGNAL, &address, (uint)sizeof(LocalSocketAddress)) == message.Length;
    }
}
