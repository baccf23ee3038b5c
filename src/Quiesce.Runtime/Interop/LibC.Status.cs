using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

internal static partial class LibC
{
    public const int AT_EMPTY_PATH = 0x1000;
    public const uint STATX_BASIC_STATS = 0x7FF;
    public const uint STATX_MNT_ID = 0x1000;

    public const long TMPFS_MAGIC = 0x01021994;
    public const long RAMFS_MAGIC = 0x858458F6;

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int statx(int descriptor, string path, int flags, uint mask, out FileStatus status);

    /// <summary><c>struct statfs</c> begins with the file system's magic number; the rest (120 bytes in all) is of no interest here.</summary>
    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial int fstatfs(int descriptor, long* status);
}
