using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;

namespace Quiesce.Runtime.Validation;

/// <summary>
/// Judges a profile's folder, or a host's JSON with the scripts it names, by the same reader, checks and rules as a run, and runs nothing. Unlike a run it says all it finds.
/// </summary>
internal sealed class DeploymentValidator
{
    private readonly List<Finding> _findings = [];

    // In a folder that a build left, owner and mode are the developer's; install.sh sets them. Where a host would read the files, they decide.
    private readonly string _severityOfTrust;

    private DeploymentValidator(bool isFolder) => _severityOfTrust = isFolder ? Finding.Warning : Finding.Error;

    public static IReadOnlyList<Finding> Validate(string path)
    {
        string full = Path.GetFullPath(path);
        bool isFolder = Directory.Exists(full);
        var validator = new DeploymentValidator(isFolder);
        try
        {
            validator.Judge(full, isFolder);
        }
        catch (OutcomeException refused)
        {
            validator.Add(Finding.Error, refused.Outcome, refused.Message);
        }

        return validator._findings;
    }

    private void Judge(string path, bool isFolder)
    {
        string configPath = isFolder ? Path.Combine(path, ArtifactNames.Config) : path;
        if (Path.GetFileName(configPath) == ArtifactNames.ObsoleteConfig)
            _findings.Add(new Finding(Finding.Warning, "name", $"{configPath}: only the first releases of the Azure host read this name; it is {ArtifactNames.Config} now"));

        byte[] text = Read(configPath, FileRole.Config, HostConfigurationReader.MostBytes);
        HostConfiguration config = HostConfigurationReader.Read(configPath, text);
        foreach (string remark in config.Remarks)
            _findings.Add(new Finding(Finding.Warning, "configuration", remark));

        string preScript = isFolder ? Path.Combine(path, ArtifactNames.PreScript) : config.Settings.PreScriptLocation!;
        string postScript = isFolder ? Path.Combine(path, ArtifactNames.PostScript) : config.Settings.PostScriptLocation!;
        byte[] pre = Read(preScript, FileRole.PreScript, MostScriptBytes);
        byte[] post = Read(postScript, FileRole.PostScript, MostScriptBytes);

        string manifestPath = Path.Combine(Path.GetDirectoryName(preScript)!, ArtifactNames.Profile);
        if (!File.Exists(manifestPath))
            return;
        ProfileManifest manifest = ProfileManifest.Read(manifestPath, Read(manifestPath, FileRole.Manifest, ProfileManifest.MostBytes));
        JudgeProfile(manifestPath, manifest, config);
        RequireDigest(manifest, ArtifactNames.Config, configPath, text);
        RequireDigest(manifest, ArtifactNames.PreScript, preScript, pre);
        RequireDigest(manifest, ArtifactNames.PostScript, postScript, post);
    }

    // Far beyond any script that a person or a compiler writes.
    private const int MostScriptBytes = 64 * 1024 * 1024;

    private void JudgeProfile(string path, ProfileManifest manifest, HostConfiguration config)
    {
        foreach (Violation violation in RuleTable.CheckDeployed(manifest.ToSpec(config.Settings)))
        {
            string? severity = violation.Rule.Severity switch
            {
                RuleSeverity.Error => Finding.Error,
                RuleSeverity.Warning => Finding.Warning,
                RuleSeverity.Info => Finding.Info,
                _ => null,
            };
            if (severity is not null)
                _findings.Add(new Finding(severity, violation.Rule.Id, $"{path}: {violation.Message}"));
        }
    }

    /// <summary>Notes what keeps the file from being trusted, and reads it all the same.</summary>
    private byte[] Read(string path, FileRole role, int limit)
    {
        try
        {
            using TrustedFile file = TrustedFile.Open(path, role);
            return file.ReadAtMost(limit);
        }
        catch (OutcomeException untrusted) when (untrusted.Outcome == role.Untrusted)
        {
            Add(_severityOfTrust, untrusted.Outcome, untrusted.Message);
        }

        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : throw new OutcomeException(role.Missing, $"{path} is not a file");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new OutcomeException(role.Untrusted, unreadable.Message);
        }
    }

    private void RequireDigest(ProfileManifest manifest, string name, string path, byte[] content)
    {
        if (!manifest.Describes(name, content))
            Add(Finding.Error, OutcomeCatalogue.ProfileMismatch, $"{path} is not the file that was compiled: its SHA-256 is not the one in {ArtifactNames.Profile}");
    }

    private void Add(string severity, Outcome outcome, string message) => _findings.AddRange(message.Split('\n')
        .Select(line => new Finding(severity, $"{outcome.Name} ({outcome.Number})", line)));
}
