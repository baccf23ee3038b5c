using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>Who is examined together: the profile that somebody names, or every plugin that the host would run at once.</summary>
internal static class Patients
{
    /// <param name="path">A profile's folder, a JSON, or a host's configuration; <see langword="null"/> for whatever the host of this machine reads.</param>
    /// <param name="places">The machine.</param>
    public static IReadOnlyList<Patient> Of(string? path, HostPlaces places)
    {
        if (path is not null && !DeploymentValidator.IsHostFile(path))
            return Patient.Of([Path.GetFullPath(path)], areNamedByHost: false, places);
        string[] plugins = [.. HostFileReader.PluginsOf(path ?? places.HostFile).Select(plugin => places.In(plugin.Config.Value)).Distinct()];
        if (plugins.Length > 0)
            return Patient.Of(plugins, areNamedByHost: true, places);
        string usual = places.In(Limits.DefaultConfigLocation);
        return Patient.Of([path is null && File.Exists(usual) ? usual : null], areNamedByHost: false, places);
    }
}
