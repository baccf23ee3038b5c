using System;
using System.IO;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing;

/// <summary>The file that a ledger lives in: in the record folder when that is in memory, so that the ledger can outlive every process; else without a name.</summary>
internal sealed class FreezeRecord : IDisposable
{
    public const string Extension = ".freeze";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private FreezeRecord(Descriptor file, FreezeLedger ledger, string? problem)
    {
        File = file;
        Ledger = ledger;
        Problem = problem;
    }

    public Descriptor File { get; }

    public FreezeLedger Ledger { get; }

    /// <summary>A sentence on why the ledger has no name although the folder is in memory; else null.</summary>
    public string? Problem { get; }

    public static FreezeRecord Create(string directory, ReadOnlySpan<string> mountPoints)
    {
        if (!IsInMemory(directory))
            return Unnamed(mountPoints, null);
        try
        {
            return Named(directory, mountPoints);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // Without a name it is in memory of no such limit, and the three hold the freeze as well; only a rescuer could not find it.
            return Unnamed(mountPoints, $"no record of the freeze can be kept in '{directory}' ({full.Message}): were all three processes that hold it killed at once, 'quiesce thaw' would not know of it.");
        }
    }

    private static FreezeRecord Unnamed(ReadOnlySpan<string> mountPoints, string? problem)
    {
        Descriptor file = Descriptor.Own(LibC.memfd_create("quiesce-freeze", LibC.MFD_CLOEXEC), "memfd_create");
        return WithLedger(file, mountPoints, null, problem);
    }

    private static FreezeRecord Named(string directory, ReadOnlySpan<string> mountPoints)
    {
        Directory.CreateDirectory(directory, OwnerOnly);
        string path = Path.Combine(directory, FormattableString.Invariant($"{Environment.ProcessId}-{MonotonicClock.NowInNanoseconds}{Extension}"));
        int number = LibC.open(path, LibC.O_RDWR | LibC.O_CREAT | LibC.O_EXCL | LibC.O_CLOEXEC | LibC.O_NOFOLLOW, AccessBits.OwnerReadsAndWrites);
        Descriptor file = Descriptor.Own(number, path);
        // Shared by inheritance, this tells a rescuer that at least one of the three still lives: it falls with the last.
        LibC.flock(file.Number, LibC.LOCK_EX | LibC.LOCK_NB);
        try
        {
            return WithLedger(file, mountPoints, path, null);
        }
        catch
        {
            LibC.unlink(path);
            throw;
        }
    }

    private static FreezeRecord WithLedger(Descriptor file, ReadOnlySpan<string> mountPoints, string? path, string? problem)
    {
        try
        {
            return new FreezeRecord(file, FreezeLedger.Create(file, mountPoints, path, BootId.Current), problem);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Ledger.Dispose();
        File.Dispose();
    }

    /// <summary>Looks at the deepest folder of the path that exists. A record on a disk could need the very disk that is frozen.</summary>
    public static unsafe bool IsInMemory(string directory)
    {
        string? existing = directory;
        while (existing is not null && !Directory.Exists(existing))
            existing = Path.GetDirectoryName(existing);
        if (existing is null)
            return false;

        using Descriptor folder = Descriptor.Own(LibC.open(existing, LibC.O_RDONLY | LibC.O_CLOEXEC | LibC.O_DIRECTORY, 0), existing);
        long* status = stackalloc long[32];
        return LibC.fstatfs(folder.Number, status) == 0 && *status is LibC.TMPFS_MAGIC or LibC.RAMFS_MAGIC;
    }
}
