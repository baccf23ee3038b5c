using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Quiesce.Contract.Artifacts;

namespace Quiesce.Runtime.Running;

/// <summary>
/// Lays a profile out as the build does, below <c>/run</c>, in a folder named by its content: one run of a program finds what the last one wrote. It stays there, because a keeper that a run
/// left behind starts the script's file again.
/// </summary>
internal static class ProfileFolder
{
    private const string Root = "/run/quiesce/programs";
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

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
        if (!Environment.IsPrivilegedProcess || Directory.Exists(folder))
            return folder;

        Directory.CreateDirectory(Root, OwnersAlone);
        string half = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(half, OwnersAlone);
        foreach ((string name, string text, UnixFileMode mode) in files)
        {
            File.WriteAllText(Path.Combine(half, name), text);
            File.SetUnixFileMode(Path.Combine(half, name), mode);
        }

        return Rename(half, folder);
    }

    private static string Rename(string half, string folder)
    {
        try
        {
            Directory.Move(half, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another run of the same profile was first.
            Directory.Delete(half, recursive: true);
        }

        return folder;
    }
}
