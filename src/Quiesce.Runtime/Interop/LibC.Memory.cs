using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

internal static partial class LibC
{
    public const uint MFD_CLOEXEC = 1;
    public const int PROT_READ = 1;
    public const int PROT_WRITE = 2;
    public const int MAP_SHARED = 1;
    public const nint MAP_FAILED = -1;
    public const int MCL_CURRENT = 1;
    public const int MCL_FUTURE = 2;
    public const int MCL_ONFAULT = 4;

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int memfd_create(string name, uint flags);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint mmap(nint address, nint length, int protection, int flags, int descriptor, nint offset);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int munmap(nint address, nint length);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int mlockall(int flags);
}
