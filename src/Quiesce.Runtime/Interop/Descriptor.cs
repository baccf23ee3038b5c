using System.IO;
using Microsoft.Win32.SafeHandles;

namespace Quiesce.Runtime.Interop;

/// <summary>
/// A descriptor that this process owns. It is never one of the three standard ones – a caller may have closed those, and a child replaces them – and is closed
/// on exec unless a child is started with it by name.
/// </summary>
internal sealed class Descriptor : SafeHandleMinusOneIsInvalid
{
    private const int FirstOrdinary = 3;

    private Descriptor(int number) : base(ownsHandle: true) => SetHandle(number);

    public int Number => (int)handle;

    /// <summary>Takes what a system call returned; its failure becomes an exception that names what was attempted.</summary>
    public static Descriptor Own(int number, string attempted)
    {
        if (number is >= 0 and < FirstOrdinary)
        {
            int moved = LibC.fcntl(number, LibC.F_DUPFD_CLOEXEC, FirstOrdinary);
            LibC.close(number);
            number = moved;
        }

        return number >= 0 ? new Descriptor(number) : throw new IOException(attempted + ": " + LibC.Describe(LibC.LastError));
    }

    public static unsafe (Descriptor One, Descriptor Other) Link()
    {
        int* pair = stackalloc int[2];
        if (LibC.socketpair(LibC.AF_UNIX, LibC.SOCK_STREAM | LibC.SOCK_CLOEXEC, 0, pair) != 0)
            throw new IOException("socketpair: " + LibC.Describe(LibC.LastError));
        return (Own(pair[0], "socketpair"), Own(pair[1], "socketpair"));
    }

    protected override bool ReleaseHandle() => LibC.close(Number) == 0;
}
