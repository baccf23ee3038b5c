using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Quiesce.Contract.Artifacts;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Running;

/// <summary>
/// Lays a profile out as the build does, below <c>/run</c>, in a folder named by its content: one run of a program finds what the last one wrote. It stays there for a day after its last use,
/// because a keeper that a run left behind starts the script's file again.
/// </summary>
internal static class ProfileFolder
{
    public const string Root = "/run/quiesce/programs";

    private const string LockFile = Root + "/lock";
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Far longer than any lease, after which no keeper is left.</summary>
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(1);

    public static string Write(ProfileHandle profile)
    {
        (string Name, string Text, UnixFileMode Mode)[] files =
        [
            (ArtifactNames.Config, profile.ConfigJson, OwnersAlone & ~UnixFileMode.UserExecute),
            (ArtifactNames.PreScript, profile.PreScript, OwnersAlone),
            (ArtifactNames.PostScript, profile.PostScript, OwnersAlone),
            (ArtifactNames.Profile, profile.ProfileJson, OwnersAlone & ~UnixFileMode.UserExecute),
        ];
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', files.Select(file => file.Text)))));
        string folder = Path.Combine(Root, $"{profile.Name}-{digest[..16]}");
        // Without the right to write there the run ends at its first check, which says so.
        if (!Environment.IsPrivilegedProcess)
            return folder;

        Directory.CreateDirectory(Root, OwnersAlone);
        using Descriptor alone = Lock();
        if (Directory.Exists(folder))
            Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow);
        else
            Lay(folder, files);
        ForgetUnused();
        return folder;
    }

    /// <summary>Another process must not forget what this one has just found.</summary>
    private static Descriptor Lock()
    {
        Descriptor file = Descriptor.Own(LibC.open(LockFile, LibC.O_RDWR | LibC.O_CREAT | LibC.O_CLOEXEC | LibC.O_NOFOLLOW, Convert.ToUInt32("600", 8)), LockFile);
        LibC.flock(file.Number, LibC.LOCK_EX);
        return file;
    }

    /// <summary>Renamed last: a folder that has the name is whole.</summary>
    private static void Lay(string folder, (string Name, string Text, UnixFileMode Mode)[] files)
    {
        string half = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(half, OwnersAlone);
        foreach ((string name, string text, UnixFileMode mode) in files)
        {
            File.WriteAllText(Path.Combine(half, name), text);
            File.SetUnixFileMode(Path.Combine(half, name), mode);
        }

        Directory.Move(half, folder);
    }

    /// <summary>Every build of a profile has a folder of its own, and memory is scarce. A process that was killed may have left half of one, too.</summary>
    private static void ForgetUnused()
    {
        foreach (DirectoryInfo folder in new DirectoryInfo(Root).GetDirectories().Where(folder => folder.LastWriteTimeUtc < DateTime.UtcNow - s_kept))
            folder.Delete(recursive: true);
    }
}
