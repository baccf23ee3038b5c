using System;
using System.IO;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Validation;

/// <summary>A file as it is, and why a host would not trust it if it would not.</summary>
internal sealed record FoundFile(string Path, byte[] Content, OutcomeException? Distrust)
{
    /// <exception cref="OutcomeException">There is no such file, or it cannot be read.</exception>
    public static FoundFile Read(string path, FileRole role, int most)
    {
        try
        {
            using TrustedFile file = TrustedFile.Open(path, role);
            return new FoundFile(path, file.ReadAtMost(most), Distrust: null);
        }
        catch (OutcomeException distrust) when (distrust.Outcome == role.Untrusted)
        {
            return new FoundFile(path, ReadUntrusted(path, role, most), distrust);
        }
    }

    /// <summary>Follows links, which a trusted file may not be; but never opens a FIFO or a device, which could block for ever.</summary>
    private static byte[] ReadUntrusted(string path, FileRole role, int most)
    {
        int number = LibC.openat(LibC.AT_FDCWD, path, LibC.O_PATH | LibC.O_CLOEXEC, 0);
        if (number < 0)
            throw role.Unreadable(path, LibC.LastError);
        using Descriptor descriptor = Descriptor.Own(number, path);
        if (!descriptor.Status.IsRegularFile)
            throw new OutcomeException(role.Untrusted, $"{path} is not a regular file");
        try
        {
            return FileContent.ReadAtMost($"/proc/self/fd/{number}", most);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw role.Unreadable($"{path} cannot be read", isDenied: unreadable is UnauthorizedAccessException);
        }
    }
}
