using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>Where a compiled profile goes on the machine.</summary>
/// <param name="ScriptFolder">Holds the scripts and profile.json. Named by the scripts' hash: a new version never overwrites the one a host may be running.</param>
internal sealed record InstallLocations(string ScriptFolder, string PreScript, string PostScript, string Config)
{
    /// <summary>How much of the hash names a folder: 48 bits, to tell apart the few versions one machine ever has.</summary>
    private const int HashLength = 12;

    public static InstallLocations Of(ProfileSpec profile, string preDigest, string postDigest)
    {
        var hash = Sha256Text.Of(preDigest + postDigest).Substring(0, HashLength);
        var folder = $"{Limits.DefaultScriptFolder}/{profile.Name}/{hash}";
        return new InstallLocations(
            folder,
            profile.Host.PreScriptLocation ?? folder + "/" + ArtifactNames.PreScript,
            profile.Host.PostScriptLocation ?? folder + "/" + ArtifactNames.PostScript,
            profile.Run.ConfigLocation ?? Limits.DefaultConfigLocation);
    }
}
