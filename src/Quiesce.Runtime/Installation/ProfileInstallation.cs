using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Installation;

/// <summary>Installs a profile's folder by its own script, after a judgement that the script cannot make, and takes installed profiles away.</summary>
internal sealed class ProfileInstallation(HostPlaces root)
{
    /// <summary>Only say what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>What the unit is to start at a shutdown; <see langword="null"/> when no unit is wanted.</summary>
    public string? Program { get; init; }

    public InstallationResult Install(string folder)
    {
        try
        {
            using var staged = new StagedProfile(folder);
            IReadOnlyList<Finding> findings = staged.Judge(out string? profile);
            return findings.Any(finding => finding.Severity == RuleSeverity.Error)
                ? new InstallationResult(InstallationEnd.Refused, profile, [], "the profile is not fit to be installed; nothing was changed") { Findings = findings }
                : Install(staged, profile) with { Findings = findings };
        }
        catch (OutcomeException unreadable)
        {
            return new InstallationResult(InstallationEnd.Refused, null, [], $"{unreadable.Message}: {Path.GetFullPath(folder)} is not a compiled profile's folder; nothing was changed");
        }
    }

    public InstallationResult Uninstall(string name)
    {
        InstalledProfile[] installed = [.. InstalledProfile.All(root)];
        if (installed.FirstOrDefault(profile => profile.Name == name) is not { } found)
        {
            string others = installed.Length == 0 ? "none is" : "these are: " + string.Join(", ", installed.Select(profile => profile.Name));
            return new InstallationResult(InstallationEnd.Refused, name, [], $"no profile '{name}' is installed; {others}");
        }

        return Uninstall(found, isLast: installed.Length == 1);
    }

    private InstallationResult Install(StagedProfile staged, string? profile)
    {
        string[] activeBefore = ActiveProfiles();
        InstallScriptResult script = InstallScript.Run(staged.InstallScript, root, DryRun, undo: false);
        List<string> messages = [.. script.Said];
        messages.AddRange(activeBefore.Except(ActiveProfiles()).Select(replaced => $"'{replaced}' stays installed, but the host does not run it any more: one JSON names one profile"));
        if (script.End == InstallationEnd.Done && Program is { } program)
            messages.Add(DryRun ? $"would install {ThawUnit.Name}" : new ThawUnitFiles(root).Install(program));
        return ResultOf(script, profile, messages);
    }

    private InstallationResult Uninstall(InstalledProfile profile, bool isLast)
    {
        try
        {
            // It is run as root: nobody else may have put it there.
            using TrustedFile checkedScript = TrustedFile.Open(root.In(profile.InstallScriptPath), FileRole.Manifest);
        }
        catch (OutcomeException untrusted)
        {
            return new InstallationResult(
                InstallationEnd.Refused, profile.Name, [], $"{untrusted.Message}; run 'install.sh --undo' of the profile's build, which does the same");
        }

        InstallScriptResult script = InstallScript.Run(root.In(profile.InstallScriptPath), root, DryRun, undo: true);
        List<string> messages = [.. script.Said];
        if (script.End == InstallationEnd.Done && isLast && !DryRun && new ThawUnitFiles(root).Uninstall())
            messages.Add($"{ThawUnit.Name} is taken away with the last profile");
        return ResultOf(script, profile.Name, messages);
    }

    private string[] ActiveProfiles() => [.. ProfileStatus.All(root).Where(status => status.IsActive).Select(status => status.Profile.Name)];

    private static InstallationResult ResultOf(InstallScriptResult script, string? profile, IReadOnlyList<string> messages) => new(
        script.End, profile, messages, script.End == InstallationEnd.Done ? null : string.Join(" ", script.Complained));
}
