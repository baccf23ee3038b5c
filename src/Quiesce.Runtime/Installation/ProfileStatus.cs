using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Installation;

/// <summary>One installed profile as it is now: whether the host runs it, and what was changed since it was installed.</summary>
internal sealed class ProfileStatus
{
    private readonly HostPlaces _root;
    private readonly Findings _findings = new();

    private ProfileStatus(InstalledProfile profile, HostPlaces root)
    {
        _root = root;
        Profile = profile;
    }

    public InstalledProfile Profile { get; }

    /// <summary>Whether the JSON that the host reads is this profile's. Of several profiles with one JSON the last installed has it.</summary>
    public bool IsActive { get; private set; }

    public Findings Findings => _findings;

    public string ConfigLocation => Profile.Manifest?.ConfigLocation ?? Limits.DefaultConfigLocation;

    public static IReadOnlyList<ProfileStatus> All(HostPlaces root) => [.. InstalledProfile.All(root).Select(profile => Of(profile, root))];

    private static ProfileStatus Of(InstalledProfile profile, HostPlaces root)
    {
        var status = new ProfileStatus(profile, root);
        status.LookAtManifest();
        HostSettings settings = status.LookAtConfig();
        status.LookAtScript(ArtifactNames.PreScript, settings.PreScriptLocation, FileRole.PreScript);
        status.LookAtScript(ArtifactNames.PostScript, settings.PostScriptLocation, FileRole.PostScript);
        status.LookAtScript(ArtifactNames.Install, profile.InstallScriptPath, FileRole.Manifest);
        return status;
    }

    private void LookAtManifest()
    {
        if (Profile.Manifest is null)
            Add(OutcomeCatalogue.ProfileMismatch, Profile.ManifestPath, "is gone or damaged; install the profile again");
        else
            Read(Profile.ManifestPath, FileRole.Manifest);
    }

    /// <returns>Where the JSON says that the scripts lie, when it is this profile's; else nothing, and they lie at the default places.</returns>
    private HostSettings LookAtConfig()
    {
        var none = new HostSettings();
        if (!File.Exists(_root.In(ConfigLocation)))
        {
            Add(OutcomeCatalogue.ConfigNotFound, ConfigLocation, "is gone: the host runs no script of this profile; install it again", RuleSeverity.Warning);
            return none;
        }

        if (Read(ConfigLocation, FileRole.Config) is not { } file)
            return none;
        HostSettings? settings = Parse(file);
        bool isAsCompiled = Profile.Manifest?.Describes(ArtifactNames.Config, file.Content) == true;
        IsActive = isAsCompiled || settings?.PreScriptLocation is { } script && Path.GetDirectoryName(script) == Profile.ScriptFolder;
        if (!IsActive)
            Add(OutcomeCatalogue.ConfigNotFound, ConfigLocation, $"names other scripts ({settings?.PreScriptLocation ?? "it cannot be understood"}): the host does not run this profile", RuleSeverity.Warning);
        else if (!isAsCompiled && Profile.Manifest is not null)
            Add(OutcomeCatalogue.ProfileMismatch, ConfigLocation, "was changed since it was installed");
        return IsActive ? settings ?? none : none;
    }

    private void LookAtScript(string name, string? location, FileRole role)
    {
        string path = location ?? Path.Combine(Profile.ScriptFolder, name);
        // Where a profile that is not active has its scripts, if not at the default place, only its own JSON said.
        if (location is null && !File.Exists(_root.In(path)))
            return;
        if (Read(path, role) is { } file && Profile.Manifest?.Describes(name, file.Content) == false)
            Add(OutcomeCatalogue.ProfileMismatch, path, "was changed since it was installed");
    }

    private FoundFile? Read(string path, FileRole role)
    {
        try
        {
            FoundFile file = FoundFile.Read(_root.In(path), role, ConfigurationValidation.MostScriptBytes);
            if (file.Distrust is { } distrust)
                _findings.Add(distrust, path);
            return file;
        }
        catch (OutcomeException unreadable)
        {
            _findings.Add(unreadable, path);
            return null;
        }
    }

    private static HostSettings? Parse(FoundFile file)
    {
        try
        {
            return HostConfigurationReader.Parse(file.Path, file.Content).Settings;
        }
        catch (OutcomeException)
        {
            return null;
        }
    }

    private void Add(Outcome outcome, string path, string text, RuleSeverity severity = RuleSeverity.Error) => _findings.Add(outcome, new Remark(new FilePlace(path), text), severity);
}
