using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Artifacts;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Plugins;

namespace Quiesce.Runtime.Installation;

/// <summary>A profile that <c>install.sh</c> has put in place, as that left its notes. All paths are the machine's own, whichever root it lies below.</summary>
internal sealed record InstalledProfile
{
    private const string NotesFolder = "installed";

    public required string Name { get; init; }

    /// <summary>The folder with the scripts of the version in use, named by their hash.</summary>
    public required string ScriptFolder { get; init; }

    /// <summary>The version before, kept for a host that read its JSON a moment ago.</summary>
    public required string? FormerFolder { get; init; }

    /// <summary>When it was installed, in UTC: <c>2026-11-21T05:50:00Z</c>; <see langword="null"/> when that was not noted.</summary>
    public required string? InstalledAt { get; init; }

    /// <summary>Who installed it: behind sudo, the person.</summary>
    public required string? InstalledBy { get; init; }

    /// <summary><see langword="null"/> when its file is gone or damaged.</summary>
    public required ProfileManifest? Manifest { get; init; }

    public string Hash => Path.GetFileName(ScriptFolder);

    public string ManifestPath => Path.Combine(ScriptFolder, ArtifactNames.Profile);

    public string InstallScriptPath => Path.Combine(ScriptFolder, ArtifactNames.Install);

    /// <summary>All that are installed, by name: those whose notes lie at the default place, and those whose scripts name another.</summary>
    public static IReadOnlyList<InstalledProfile> All(HostPlaces root)
    {
        IEnumerable<string> byNotes = Folders(root, $"{Limits.DefaultStateDirectory}/{NotesFolder}");
        IEnumerable<string> byScripts = Folders(root, Limits.DefaultScriptFolder)
            .SelectMany(profile => Folders(root, profile))
            .Select(version => Read(root, version))
            .OfType<ProfileManifest>()
            .Select(manifest => $"{manifest.StateDirectory}/{NotesFolder}/{manifest.Name}");
        return
        [
            .. byNotes.Concat(byScripts).Distinct()
                .Select(notes => Read(root, notes, Path.GetFileName(notes)))
                .OfType<InstalledProfile>()
                .OrderBy(profile => profile.Name, StringComparer.Ordinal),
        ];
    }

    private static InstalledProfile? Read(HostPlaces root, string notes, string name)
    {
        if (FirstLine(root, $"{notes}/folder") is not { } folder)
            return null;

        string[] whenBy = FirstLine(root, $"{notes}/when-by")?.Split(' ', 2) ?? [];
        return new InstalledProfile
        {
            Name = name,
            ScriptFolder = folder,
            FormerFolder = FirstLine(root, $"{notes}/former-folder"),
            InstalledAt = whenBy.ElementAtOrDefault(0),
            InstalledBy = whenBy.ElementAtOrDefault(1),
            Manifest = Read(root, folder),
        };
    }

    private static ProfileManifest? Read(HostPlaces root, string scriptFolder)
    {
        try
        {
            string path = root.In(Path.Combine(scriptFolder, ArtifactNames.Profile));
            return File.Exists(path) ? ProfileManifest.Read(path, FileContent.ReadAtMost(path, ProfileManifest.MostBytes)) : null;
        }
        catch (OutcomeException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Folders(HostPlaces root, string folder) =>
        Directory.Exists(root.In(folder)) ? Directory.EnumerateDirectories(root.In(folder)).Select(path => $"{folder}/{Path.GetFileName(path)}") : [];

    private static string? FirstLine(HostPlaces root, string path) => File.Exists(root.In(path)) ? File.ReadLines(root.In(path)).FirstOrDefault() : null;
}
