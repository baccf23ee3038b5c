using System;
using System.IO;
using Quiesce.Contract;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;

namespace Quiesce.Runtime.Validation;

/// <summary>
/// Judges a host's JSON. Alone it is judged by what it says. Where a host reads it – in the host's folder, named by the host's configuration, or at the place its profile was compiled for –
/// the scripts it names must be there, and all must be root's.
/// </summary>
internal static class ConfigurationValidation
{
    /// <summary>Far beyond any script that a person or a compiler writes.</summary>
    public const int MostScriptBytes = 64 * 1024 * 1024;

    public static void Validate(string path, Findings findings, bool isNamedByHost = false)
    {
        if (Path.GetFileName(path) == ArtifactNames.ObsoleteConfig)
            findings.Add(OutcomeCatalogue.ConfigNotFound, new Remark(new FilePlace(path), $"only the first releases of the host read this name; later ones look for {ArtifactNames.Config}"), RuleSeverity.Warning);

        FoundFile file = FoundFile.Read(path, FileRole.Config, HostConfigurationReader.MostBytes);
        var profile = new DeployedProfile(findings);
        profile.ReadConfig(file);
        if (ManifestBeside(profile.Config?.Settings.PreScriptLocation) is { } manifestPath)
            profile.ReadManifest(FoundFile.Read(manifestPath, FileRole.Manifest, ProfileManifest.MostBytes));

        bool isInPlace = isNamedByHost || profile.Manifest?.ConfigLocation == path || Path.GetDirectoryName(path) == Path.GetDirectoryName(Limits.DefaultConfigLocation);
        RuleSeverity severity = isInPlace ? RuleSeverity.Error : RuleSeverity.Info;
        if (file.Distrust is { } distrust)
            findings.Add(distrust, path, severity);
        profile.Judge();
        profile.RequireDigest(ArtifactNames.Config, file);
        if (profile.Config is { } config)
        {
            ValidateScript(profile, config, "/preScriptLocation", config.Settings.PreScriptLocation!, ArtifactNames.PreScript, FileRole.PreScript, severity, findings);
            ValidateScript(profile, config, "/postScriptLocation", config.Settings.PostScriptLocation!, ArtifactNames.PostScript, FileRole.PostScript, severity, findings);
        }
    }

    private static string? ManifestBeside(string? preScript)
    {
        string? path = preScript is ['/', ..] ? Path.Combine(Path.GetDirectoryName(preScript) ?? "/", ArtifactNames.Profile) : null;
        return File.Exists(path) ? path : null;
    }

    private static void ValidateScript(
        DeployedProfile profile, HostConfiguration config, string setting, string path, string name, FileRole role, RuleSeverity severity, Findings findings)
    {
        // Relative to what, nobody knows; a rule says so.
        if (!path.StartsWith('/'))
            return;
        try
        {
            FoundFile script = FoundFile.Read(path, role, MostScriptBytes);
            if (script.Distrust is { } distrust)
                findings.Add(distrust, path, severity);
            profile.RequireDigest(name, script);
        }
        catch (OutcomeException unreadable)
        {
            // A folder on the way may be what is blamed.
            string message = unreadable.Message.StartsWith(path, StringComparison.Ordinal) ? unreadable.Message : $"{path}: {unreadable.Message}";
            findings.Add(unreadable.Outcome, new Remark(config.Places.Of(setting), message), severity);
        }
    }
}
