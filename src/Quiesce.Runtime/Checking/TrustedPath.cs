using System;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Checking;

/// <summary>Walks a path from the root folder, one name at a time and following no link; every folder on the way must be one in which only root can exchange an entry.</summary>
internal static class TrustedPath
{
    /// <summary>Opens the last name without reading or writing – a FIFO or a device does not block – whatever it is.</summary>
    public static Descriptor Open(string path, FileRole role)
    {
        if (!path.StartsWith('/'))
            throw new OutcomeException(role.Missing, $"{path} is not an absolute path");

        string reached = "/";
        Descriptor entry = OpenEntry(LibC.AT_FDCWD, reached, reached, role);
        foreach (string name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            using Descriptor folder = entry;
            RequireTrustedFolder(folder, path, reached, role);
            reached = reached.TrimEnd('/') + "/" + name;
            entry = OpenEntry(folder.Number, name, reached, role);
        }

        return entry;
    }

    private static Descriptor OpenEntry(int folder, string name, string reached, FileRole role)
    {
        int number = LibC.openat(folder, name, LibC.O_PATH | LibC.O_NOFOLLOW | LibC.O_CLOEXEC, 0);
        return number >= 0 ? Descriptor.Own(number, reached) : throw role.Unreadable(reached, LibC.LastError);
    }

    private static void RequireTrustedFolder(Descriptor folder, string path, string reached, FileRole role)
    {
        FileStatus status = folder.Status;
        if (status is { IsDirectory: false, IsSymbolicLink: false })
            throw new OutcomeException(role.Missing, $"{path}: {reached} is not a folder");
        if (FaultOf(status) is { } fault)
            throw new OutcomeException(role.Untrusted, $"{path}: {reached} {fault}");
    }

    // In a folder with the sticky bit, as /tmp, others may add entries but not exchange root's.
    private static string? FaultOf(FileStatus status) => status switch
    {
        { IsSymbolicLink: true } => "is a symbolic link; name the folder that it leads to",
        { Owner: not 0 } => $"belongs to user {status.Owner}, not to root: its owner could exchange what was checked",
        _ when (status.Permissions & (AccessBits.WriteByOthers | AccessBits.Sticky)) is not 0 and <= AccessBits.WriteByOthers
            => $"has mode {Convert.ToString(status.Permissions, 8)}: others than root could exchange what was checked",
        _ => null,
    };
}
