using System;
using System.IO;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing;

/// <summary>
/// The lock by which Azure's agent and we keep out of each other's freezes. It is taken on the open file rather than by the process: it excludes the agent's
/// <c>lockf</c> all the same, is not lost when other code of this process closes the file, and – inherited by guard and sentinel – lasts until the last of
/// the three is gone. The file is left as it was found, also if that was nowhere.
/// </summary>
internal sealed class SafeFreezeLock : IDisposable
{
    private const int Flags = LibC.O_RDWR | LibC.O_CLOEXEC;

    private readonly string _path;
    private readonly bool _isOurFile;

    private SafeFreezeLock(Descriptor file, string path, bool isOurFile)
    {
        File = file;
        _path = path;
        _isOurFile = isOurFile;
    }

    public Descriptor File { get; }

    /// <summary>Null when there is no folder for it: then no agent is installed.</summary>
    public static SafeFreezeLock? Take(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            return null;

        SafeFreezeLock taken = TakeOnce(path);
        while (taken.IsOfNothing)
        {
            taken.File.Dispose();
            taken = TakeOnce(path);
        }

        return taken;
    }

    /// <summary>Whoever had made the file has removed it between our opening it and locking it: the lock would keep nobody out, for the next one makes another file.</summary>
    private bool IsOfNothing =>
        LibC.statx(File.Number, "", LibC.AT_EMPTY_PATH, LibC.STATX_BASIC_STATS, out FileStatus status) == 0 && status.Links == 0;

    private static SafeFreezeLock TakeOnce(string path)
    {
        int number = LibC.open(path, Flags | LibC.O_NOFOLLOW | LibC.O_CREAT | LibC.O_EXCL, AccessBits.OwnerReadsAndWrites);
        bool isOurFile = number >= 0;
        if (!isOurFile && LibC.LastError == Errno.EEXIST)
        {
            number = LibC.open(path, Flags | LibC.O_NOFOLLOW, 0);
            // Removed between the two calls by whoever had made it: the next attempt makes it anew.
            if (number < 0 && LibC.LastError == Errno.ENOENT)
                return TakeOnce(path);
        }

        if (number < 0)
            throw new FreezeException(FreezeFault.Failed, $"the freeze lock '{path}' cannot be opened: {LibC.Describe(LibC.LastError)}.");

        Descriptor file = Descriptor.Own(number, path);
        var whole = new FileLock { Type = LibC.F_WRLCK };
        if (LibC.fcntl(file.Number, LibC.F_OFD_SETLK, ref whole) == 0)
            return new SafeFreezeLock(file, path, isOurFile);

        int error = LibC.LastError;
        file.Dispose();
        throw new FreezeException(FreezeFault.Failed, error is Errno.EAGAIN or Errno.EACCES
            ? $"the freeze lock '{path}' is held by another program, which is freezing this machine. Try again when it is done."
            : $"the freeze lock '{path}' cannot be taken: {LibC.Describe(error)}.");
    }

    public void Dispose()
    {
        // While still locked: whoever has opened it meanwhile sees it held until it is gone.
        if (_isOurFile)
            LibC.unlink(_path);
        File.Dispose();
    }
}
