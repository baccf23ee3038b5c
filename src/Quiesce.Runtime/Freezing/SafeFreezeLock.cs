using System.IO;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing;

/// <summary>
/// The lock by which Azure's agent and we keep out of each other's freezes. It is taken on the open file rather than by the process: it excludes the agent's
/// <c>lockf</c> all the same, is not lost when other code of this process closes the file, and – inherited by guard and sentinel – lasts until the last of
/// the three is gone.
/// </summary>
internal static class SafeFreezeLock
{
    /// <summary>Null when there is no folder for it: then no agent is installed.</summary>
    public static Descriptor? Take(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            return null;

        int number = LibC.open(path, LibC.O_RDWR | LibC.O_CREAT | LibC.O_CLOEXEC | LibC.O_NOFOLLOW, 0x180 /* 0600 */);
        if (number < 0)
            throw new FreezeException(FreezeFault.Failed, $"the freeze lock '{path}' cannot be opened: {LibC.Describe(LibC.LastError)}.");

        Descriptor file = Descriptor.Own(number, path);
        var whole = new FileLock { Type = LibC.F_WRLCK };
        if (LibC.fcntl(file.Number, LibC.F_OFD_SETLK, ref whole) == 0)
            return file;

        int error = LibC.LastError;
        file.Dispose();
        throw new FreezeException(FreezeFault.Failed, error is Errno.EAGAIN or Errno.EACCES
            ? $"the freeze lock '{path}' is held by another program, which is freezing this machine. Try again when it is done."
            : $"the freeze lock '{path}' cannot be taken: {LibC.Describe(error)}.");
    }
}
