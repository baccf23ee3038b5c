using System;
using System.Collections.Generic;
using System.IO;
using Quiesce.Contract;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Plugins;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>What is examined: this machine, with the profile or the bare configuration that is to run on it, as far as they can be read.</summary>
internal sealed class Patient
{
    private Patient(string? path, HostPlaces places)
    {
        Path = path;
        Places = places;
        Mounts = MountTable.Read();
    }

    /// <summary>The profile's folder or the JSON; <see langword="null"/> when the machine has none.</summary>
    public string? Path { get; }

    public HostPlaces Places { get; }

    public MountTable Mounts { get; }

    public HostConfiguration? Config { get; private set; }

    /// <summary><see langword="null"/> for a configuration that no profile was compiled into.</summary>
    public ProfileManifest? Manifest { get; private set; }

    public string Name => Manifest?.Name ?? Path ?? "this machine";

    public bool Freezes => Config?.FsFreezeEnabled ?? Limits.DefaultFsFreezeEnabled;

    /// <summary>What a run freezes without being told more.</summary>
    public IReadOnlyList<string> MountsToFreeze => Freezes && Manifest is not null ? Manifest.Mounts : [];

    public ProfileSpec? Profile => Manifest?.ToSpec(Config?.Settings ?? new HostSettings());

    /// <param name="path">A profile's folder or a JSON; <see langword="null"/> for the JSON that the host reads, if there is one.</param>
    /// <param name="places">The machine.</param>
    public static Patient Of(string? path, HostPlaces places)
    {
        string? full = path is not null ? System.IO.Path.GetFullPath(path) : places.In(Limits.DefaultConfigLocation);
        var patient = new Patient(path is null && !File.Exists(full) ? null : full, places);
        patient.Read();
        return patient;
    }

    /// <summary>What cannot be read, the validation says; here it is unknown.</summary>
    private void Read()
    {
        if (Path is null)
            return;
        bool isFolder = Directory.Exists(Path);
        Config = Try(isFolder ? System.IO.Path.Combine(Path, ArtifactNames.Config) : Path, HostConfigurationReader.MostBytes, HostConfigurationReader.Parse);
        string? beside = isFolder ? Path : System.IO.Path.GetDirectoryName(Config?.Settings.PreScriptLocation);
        if (beside is not null)
            Manifest = Try(System.IO.Path.Combine(isFolder ? beside : Places.In(beside), ArtifactNames.Profile), ProfileManifest.MostBytes, ProfileManifest.Read);
    }

    private static T? Try<T>(string path, int most, Func<string, byte[], T> parse)
        where T : class
    {
        try
        {
            return File.Exists(path) ? parse(path, FileContent.ReadAtMost(path, most)) : null;
        }
        catch (Exception unreadable) when (unreadable is OutcomeException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
