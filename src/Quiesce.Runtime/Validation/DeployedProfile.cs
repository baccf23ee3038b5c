using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Configuration;

namespace Quiesce.Runtime.Validation;

/// <summary>
/// The host's JSON and profile.json, read back into the profile they were compiled from, and judged by the rules of the IDE. Of either that cannot be understood, nothing is judged.
/// </summary>
internal sealed class DeployedProfile(Findings findings)
{
    public HostConfiguration? Config { get; private set; }

    public ProfileManifest? Manifest { get; private set; }

    public void ReadConfig(FoundFile file)
    {
        try
        {
            Config = HostConfigurationReader.Parse(file.Path, file.Content);
            foreach (Remark remark in Config.Remarks)
                findings.Add(OutcomeCatalogue.ConfigMalformed, remark, RuleSeverity.Warning);
        }
        catch (OutcomeException malformed)
        {
            findings.Add(malformed, file.Path);
        }
    }

    public void ReadManifest(FoundFile file)
    {
        try
        {
            Manifest = ProfileManifest.Read(file.Path, file.Content);
        }
        catch (OutcomeException malformed)
        {
            findings.Add(malformed, file.Path);
        }
    }

    public void Judge()
    {
        if (Config is null && Manifest is null)
            return;

        var places = new SettingPlaces(Config?.Places, Manifest?.Places);
        var violations = Manifest is null
            ? RuleTable.CheckHostSettings(Config!.ToSpec())
            : RuleTable.CheckDeployed(Manifest.ToSpec(Config?.Settings ?? new HostSettings()));
        foreach (Violation violation in violations)
            findings.Add(violation, places.Of(violation));
    }

    /// <summary>Says so when the file is not, byte for byte, the one that was compiled.</summary>
    public void RequireDigest(string name, FoundFile file)
    {
        if (Manifest?.Describes(name, file.Content) == false)
            findings.Add(OutcomeCatalogue.ProfileMismatch, new Remark(new FilePlace(file.Path), $"is not the file that was compiled: its SHA-256 is not the one in {ArtifactNames.Profile}"));
    }
}
