using System.IO;

namespace Quiesce.Runtime.Validation;

/// <summary>Judges what is deployed, or about to be, by the reader, checks and rules of a run, and runs nothing.</summary>
internal static class DeploymentValidator
{
    private const string HostFileExtension = ".conf";

    /// <param name="path">A profile's folder, a host's JSON, or the host's own configuration.</param>
    public static Findings Validate(string path)
    {
        var findings = new Findings();
        string full = Path.GetFullPath(path);
        try
        {
            if (Directory.Exists(full))
                FolderValidation.Validate(full, findings);
            else if (Path.GetExtension(full) == HostFileExtension)
                HostFileValidation.Validate(full, findings);
            else
                ConfigurationValidation.Validate(full, findings);
        }
        catch (OutcomeException refused)
        {
            findings.Add(refused, full);
        }

        return findings;
    }
}
