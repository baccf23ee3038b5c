using System;
using System.Collections.Generic;
using System.IO;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;

namespace Quiesce.Runtime.Validation;

/// <summary>Judges a profile's folder as the build leaves it: five files, their modes, their digests, and the profile they say.</summary>
internal static class FolderValidation
{
    private static readonly (string Name, FileRole Role, int Most)[] s_files =
    [
        (ArtifactNames.Config, FileRole.Config, HostConfigurationReader.MostBytes),
        (ArtifactNames.Profile, FileRole.Manifest, ProfileManifest.MostBytes),
        (ArtifactNames.PreScript, FileRole.PreScript, ConfigurationValidation.MostScriptBytes),
        (ArtifactNames.PostScript, FileRole.PostScript, ConfigurationValidation.MostScriptBytes),
        (ArtifactNames.Install, FileRole.Manifest, ConfigurationValidation.MostScriptBytes),
    ];

    public static void Validate(string folder, Findings findings)
    {
        var found = new Dictionary<string, FoundFile>();
        foreach ((string name, FileRole role, int most) in s_files)
        {
            string path = Path.Combine(folder, name);
            try
            {
                FoundFile file = FoundFile.Read(path, role, most);
                found.Add(name, file);
                NoteMode(file, ArtifactModes.Of(name), role.Untrusted, findings);
            }
            catch (OutcomeException unreadable)
            {
                findings.Add(unreadable, path);
            }
        }

        var profile = new DeployedProfile(findings);
        if (found.TryGetValue(ArtifactNames.Config, out FoundFile? config))
            profile.ReadConfig(config);
        if (found.TryGetValue(ArtifactNames.Profile, out FoundFile? manifest))
            profile.ReadManifest(manifest);
        profile.Judge();
        foreach ((string name, FoundFile file) in found)
        {
            if (name != ArtifactNames.Profile)
                profile.RequireDigest(name, file);
        }
    }

    /// <summary>A wrong mode is the build's or a copy's mistake. The owner is the developer as yet, and the folders are his: install.sh puts the files where only root can write.</summary>
    private static void NoteMode(FoundFile file, string wanted, Outcome untrusted, Findings findings)
    {
        string mode = Convert.ToString((int)File.GetUnixFileMode(file.Path), 8);
        if (mode != wanted)
            findings.Add(untrusted, new Remark(new FilePlace(file.Path), $"has mode {mode}; it was built with {wanted}"), RuleSeverity.Warning);
        else if (file.Distrust is { } distrust)
            findings.Add(distrust, file.Path, RuleSeverity.Info);
    }
}
