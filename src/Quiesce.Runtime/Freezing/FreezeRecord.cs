using System;
using System.IO;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing;

/// <summary>The file that a ledger lives in: in the record folder when that is in memory, so that the ledger can outlive every process; else without a name.</summary>
internal sealed class FreezeRecord : IDisposable
{
    public const string Extension = ".freeze";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private FreezeRecord(Descriptor file, string? path)
    {
        File = file;
        Path = path;
    }

    public Descriptor File { get; }

    public string? Path { get; }

    public static FreezeRecord Create(string directory)
    {
        if (!IsInMemory(directory))
            return new FreezeRecord(Descriptor.Own(LibC.memfd_create("quiesce-freeze", LibC.MFD_CLOEXEC), "memfd_create"), null);

        Directory.CreateDirectory(directory, OwnerOnly);
        string path = System.IO.Path.Combine(directory, FormattableString.Invariant($"{Environment.ProcessId}-{MonotonicClock.NowInNanoseconds}{Extension}"));
        int number = LibC.open(path, LibC.O_RDWR | LibC.O_CREAT | LibC.O_EXCL | LibC.O_CLOEXEC | LibC.O_NOFOLLOW, 0x180 /* 0600 */);
        Descriptor file = Descriptor.Own(number, path);
        // Shared by inheritance, this tells a rescuer that at least one of the three still lives: it falls with the last.
        LibC.flock(file.Number, LibC.LOCK_EX | LibC.LOCK_NB);
        return new FreezeRecord(file, path);
    }

    public void Dispose() => File.Dispose();

    /// <summary>Looks at the deepest folder of the path that exists. A record on a disk could need the very disk that is frozen.</summary>
    private static unsafe bool IsInMemory(string directory)
    {
        string? existing = directory;
        while (existing is not null && !Directory.Exists(existing))
            existing = System.IO.Path.GetDirectoryName(existing);
        if (existing is null)
            return false;

        using Descriptor folder = Descriptor.Own(LibC.open(existing, LibC.O_RDONLY | LibC.O_CLOEXEC | LibC.O_DIRECTORY, 0), existing);
        long* status = stackalloc long[32];
        return LibC.fstatfs(folder.Number, status) == 0 && *status is LibC.TMPFS_MAGIC or LibC.RAMFS_MAGIC;
    }
}
