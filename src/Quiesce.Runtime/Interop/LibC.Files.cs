using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

internal static partial class LibC
{
    public const int O_RDONLY = 0;
    public const int O_RDWR = 2;
    public const int O_CREAT = 0x40;
    public const int O_EXCL = 0x80;
    public const int O_CLOEXEC = 0x80000;

    public const uint FIFREEZE = 0xC0045877;
    public const uint FITHAW = 0xC0045878;
    public const uint LOOP_GET_STATUS64 = 0x4C05;

    public const int LOCK_SH = 1;
    public const int LOCK_EX = 2;
    public const int LOCK_NB = 4;

    public const int F_GETFD = 1;
    public const int F_DUPFD_CLOEXEC = 1030;
    public const int F_OFD_SETLK = 37;
    public const short F_WRLCK = 1;

    /// <summary>These two, unlike the other flags, have other values on arm64.</summary>
    public static readonly int O_DIRECTORY = IsArm ? 0x4000 : 0x10000;
    public static readonly int O_NOFOLLOW = IsArm ? 0x8000 : 0x20000;

    private static bool IsArm => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int open(string path, int flags, uint mode);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int close(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial nint read(int descriptor, void* buffer, nint length);

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial nint write(int descriptor, void* buffer, nint length);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int ioctl(int descriptor, nuint request, nint argument);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int syncfs(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int ftruncate(int descriptor, nint length);

    /// <summary>Unlike <see cref="ftruncate"/> it reserves what it lengthens a file by: a mapping of it cannot run out of room.</summary>
    [LibraryImport(Library, SetLastError = true)]
    public static partial int fallocate(int descriptor, int mode, nint offset, nint length);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int flock(int descriptor, int operation);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int fcntl(int descriptor, int command, nint argument);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int fcntl(int descriptor, int command, ref FileLock argument);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int unlink(string path);
}
