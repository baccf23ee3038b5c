using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>What is examined: this machine, with one profile or bare configuration that is to run on it, as far as they can be read.</summary>
internal sealed class Patient
{
    private Patient(string? path, HostPlaces places)
    {
        Path = path;
        Places = places;
        Mounts = MountTable.Read();
        AllMountsToFreeze = [];

        // What cannot be read, the validation says; here it is unknown.
        (Config, _, Manifest) = path is null ? new ReadableProfile(null, null, null) : ReadableProfile.Of(path, places);
    }

    /// <summary>The profile's folder or the JSON; <see langword="null"/> when the machine has none.</summary>
    public string? Path { get; }

    /// <summary>Whether a host's configuration names it, and not only whoever asks.</summary>
    public bool IsNamedByHost { get; private init; }

    public HostPlaces Places { get; }

    public MountTable Mounts { get; }

    public HostConfiguration? Config { get; }

    /// <summary><see langword="null"/> for a configuration that no profile was compiled into.</summary>
    public ProfileManifest? Manifest { get; }

    public string Name => Manifest?.Name ?? Path ?? "this machine";

    public bool Freezes => Config?.FsFreezeEnabled ?? Limits.DefaultFsFreezeEnabled;

    /// <summary>What a run freezes for this profile without being told more.</summary>
    public IReadOnlyList<string> MountsToFreeze => Freezes && Manifest is not null ? Manifest.Mounts : [];

    /// <summary>The same for all profiles that one run is of: they are frozen at once.</summary>
    public IReadOnlyList<string> AllMountsToFreeze { get; private set; }

    public ProfileSpec? Profile => Manifest?.ToSpec(Config?.Settings ?? new HostSettings());

    /// <summary>Those that one run would be of.</summary>
    /// <param name="paths">Profiles' folders and JSONs; <see langword="null"/> for a machine that has none.</param>
    /// <param name="areNamedByHost">Whether a host's configuration names them.</param>
    /// <param name="places">The machine.</param>
    public static IReadOnlyList<Patient> Of(IEnumerable<string?> paths, bool areNamedByHost, HostPlaces places)
    {
        Patient[] patients = [.. paths.Select(path => new Patient(path, places) { IsNamedByHost = areNamedByHost })];
        string[] mounts = [.. patients.SelectMany(patient => patient.MountsToFreeze).Distinct()];
        foreach (Patient patient in patients)
            patient.AllMountsToFreeze = mounts;
        return patients;
    }
}
