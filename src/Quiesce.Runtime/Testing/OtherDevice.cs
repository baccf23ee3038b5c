using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Testing;

/// <summary>A temporary folder on another device than one that is there already: what is needed to restore a copy must not lie on what is copied.</summary>
internal static class OtherDevice
{
    private const string Prefix = "quiesce-stand-in-";

    private static IEnumerable<string> Candidates =>
        new[] { "/dev/shm", Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR"), "/var/tmp", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "/tmp" }.Where(Directory.Exists).OfType<string>();

    /// <exception cref="NotSupportedException">Everything that may be written to lies on the one device.</exception>
    public static string FolderBeside(string folder)
    {
        MountTable table = MountTable.Read();
        DeviceNumber? taken = table.Holding(folder)?.Device;
        return Candidates.Where(candidate => table.Holding(candidate)?.Device != taken).Select(TryMakeFolder).FirstOrDefault(made => made is not null)
            ?? throw new NotSupportedException($"A backup label is kept on another device than '{folder}', and of {string.Join(", ", Candidates)} none is one that may be written to.");
    }

    private static string? TryMakeFolder(string parent)
    {
        try
        {
            return Directory.CreateDirectory(Path.Combine(parent, Prefix + Guid.NewGuid().ToString("N"))).FullName;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
