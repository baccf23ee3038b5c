using System;
using System.IO;
using Quiesce.Contract.Artifacts;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Plugins;

namespace Quiesce.Runtime.Validation;

/// <summary>
/// What can be read of a profile's folder or of a JSON, whoever owns it and whatever else is wrong with it; the rest is unknown. To examine it or to name it – never to run it.
/// </summary>
/// <param name="Config">The host's JSON.</param>
/// <param name="ManifestPath">Where the profile's description would be.</param>
/// <param name="Manifest">The profile's description.</param>
internal sealed record ReadableProfile(HostConfiguration? Config, string? ManifestPath, ProfileManifest? Manifest)
{
    /// <param name="path">The folder or the JSON.</param>
    /// <param name="places">Where the paths that a JSON names are found.</param>
    public static ReadableProfile Of(string path, HostPlaces places)
    {
        bool isFolder = Directory.Exists(path);
        HostConfiguration? config = Try(isFolder ? Path.Combine(path, ArtifactNames.Config) : path, FileRole.Config, HostConfigurationReader.MostBytes, HostConfigurationReader.Parse);
        string? beside = isFolder ? path : Path.GetDirectoryName(config?.Settings.PreScriptLocation) is { } folder ? places.In(folder) : null;
        string? manifest = beside is null ? null : Path.Combine(beside, ArtifactNames.Profile);
        return new ReadableProfile(config, manifest, manifest is null ? null : Try(manifest, FileRole.Manifest, ProfileManifest.MostBytes, ProfileManifest.Read));
    }

    private static T? Try<T>(string path, FileRole role, int most, Func<string, byte[], T> parse)
        where T : class
    {
        try
        {
            return parse(path, FoundFile.Read(path, role, most).Content);
        }
        catch (OutcomeException)
        {
            return null;
        }
    }
}
