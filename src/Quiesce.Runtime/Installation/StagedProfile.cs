using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Installation;

/// <summary>
/// A copy, for root alone, of a profile's folder. A build lies where its developer may write: what is judged here is what is installed, whatever becomes of the original meanwhile.
/// </summary>
internal sealed class StagedProfile : IDisposable
{
    private readonly string _original;
    private readonly string _copy;

    /// <exception cref="OutcomeException">A file is missing or cannot be read.</exception>
    public StagedProfile(string folder)
    {
        _original = Path.GetFullPath(folder);
        _copy = Directory.CreateTempSubdirectory("quiesce-install-").FullName;
        try
        {
            foreach (string name in (string[])[ArtifactNames.Config, ArtifactNames.PreScript, ArtifactNames.PostScript, ArtifactNames.Profile, ArtifactNames.Install])
                Copy(name);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string InstallScript => Path.Combine(_copy, ArtifactNames.Install);

    /// <summary>Everything that is to be said of the files, at the places where they came from.</summary>
    public IReadOnlyList<Finding> Judge(out string? profile)
    {
        Findings findings = DeploymentValidator.Validate(_copy);
        profile = NameOf(Path.Combine(_copy, ArtifactNames.Profile));
        return [.. findings.All.Select(finding => finding with { Place = finding.Place with { Path = finding.Place.Path.Replace(_copy, _original, StringComparison.Ordinal) } })];
    }

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    private void Copy(string name)
    {
        FoundFile file = FoundFile.Read(Path.Combine(_original, name), FileRole.Manifest, ConfigurationValidation.MostScriptBytes);
        string copy = Path.Combine(_copy, name);
        File.WriteAllBytes(copy, file.Content);
        File.SetUnixFileMode(copy, (UnixFileMode)Convert.ToInt32(ArtifactModes.Of(name), 8));
    }

    private static string? NameOf(string manifest)
    {
        try
        {
            return ProfileManifest.Read(manifest, File.ReadAllBytes(manifest)).Name;
        }
        catch (OutcomeException)
        {
            // Among the findings already.
            return null;
        }
    }
}
