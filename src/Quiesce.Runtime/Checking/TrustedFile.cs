using System;
using System.IO;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Checking;

/// <summary>
/// A file that only root can have written: opened once, following no link, and judged on the descriptor. What is read or executed later is reached through that
/// descriptor, so that nothing can be put in its place between check and use.
/// </summary>
internal sealed class TrustedFile : IDisposable
{
    private const int AccessOfOthers = AccessBits.AnythingByOthers | AccessBits.LendsRights;

    private readonly FileRole _role;
    private readonly Descriptor _descriptor;

    private TrustedFile(string path, FileRole role, Descriptor descriptor)
    {
        Path = path;
        _role = role;
        _descriptor = descriptor;
    }

    public string Path { get; }

    /// <summary>A path by which this process, and a child of it, reaches the checked file itself.</summary>
    public string ProcPath => $"/proc/{Environment.ProcessId}/fd/{_descriptor.Number}";

    public static TrustedFile Open(string path, FileRole role)
    {
        Descriptor descriptor = TrustedPath.Open(path, role);
        if (FaultOf(descriptor.Status, role) is { } fault)
        {
            descriptor.Dispose();
            throw new OutcomeException(role.Untrusted, $"{path} {fault}");
        }

        return new TrustedFile(path, role, descriptor);
    }

    /// <inheritdoc cref="FileContent.ReadAtMost(string, int)"/>
    /// <exception cref="OutcomeException">This user may not read it, or its disk does not give it.</exception>
    public byte[] ReadAtMost(int limit)
    {
        try
        {
            return FileContent.ReadAtMost(ProcPath, limit);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw _role.Unreadable($"{Path} cannot be read", isDenied: refused is UnauthorizedAccessException);
        }
    }

    public byte[] ReadAll() => ReadAtMost(Array.MaxLength - 1);

    public void Dispose() => _descriptor.Dispose();

    private static string? FaultOf(FileStatus status, FileRole role) => status switch
    {
        { IsSymbolicLink: true } => "is a symbolic link; a regular file is needed, so that what was checked is what is used",
        { IsRegularFile: false } => "is not a regular file",
        { Owner: not 0 } => $"belongs to user {status.Owner}, not to root",
        { Links: > 1 } => $"has {status.Links} hard links: it can be reached by another name",
        _ when role.OthersMayRead => (status.Permissions & AccessOfOthers & ~AccessBits.ReadByOthers) == 0 ? null
            : $"has mode {Convert.ToString(status.Permissions, 8)}; group and others may read it, and no more",
        _ when (status.Permissions & AccessOfOthers) != 0 => $"has mode {Convert.ToString(status.Permissions, 8)}; group and others may have no access",
        _ => null,
    };
}
