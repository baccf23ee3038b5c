using System.IO;

namespace Quiesce.Runtime.Validation;

/// <summary>Judges what is deployed, or about to be, by the reader, checks and rules of a run, and runs nothing.</summary>
internal static class DeploymentValidator
{
    private const string HostFileExtension = ".conf";

    /// <param name="path">A profile's folder, a host's JSON, or the host's own configuration.</param>
    /// <param name="isNamedByHost">Whether a host's configuration names this JSON, so that everything must be in place wherever it lies.</param>
    public static Findings Validate(string path, bool isNamedByHost = false)
    {
        var findings = new Findings();
        string full = Path.GetFullPath(path);
        try
        {
            if (Directory.Exists(full))
                FolderValidation.Validate(full, findings);
            else if (IsHostFile(full))
                HostFileValidation.Validate(full, findings);
            else
                ConfigurationValidation.Validate(full, findings, isNamedByHost);
        }
        catch (OutcomeException refused)
        {
            findings.Add(refused, full);
        }

        return findings;
    }

    /// <summary>Whether a path means the host's own configuration and not a JSON.</summary>
    public static bool IsHostFile(string path) => Path.GetExtension(path) == HostFileExtension && !Directory.Exists(path);
}
