using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

/// <summary>Copies of files that share their blocks, and the holes of sparse ones.</summary>
internal static partial class LibC
{
    public const uint FICLONE = 0x40049409;

    public const int SEEK_END = 2;
    public const int SEEK_DATA = 3;
    public const int SEEK_HOLE = 4;

    /// <summary>Like the other two, it has another value on arm64.</summary>
    public static readonly int O_DIRECT = IsArm ? 0x10000 : 0x4000;

    [LibraryImport(Library, SetLastError = true)]
    public static partial long lseek(int descriptor, long offset, int whence);

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial nint pread(int descriptor, void* buffer, nint length, long offset);

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial nint pwrite(int descriptor, void* buffer, nint length, long offset);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int fsync(int descriptor);
}
