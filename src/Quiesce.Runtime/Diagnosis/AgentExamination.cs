using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>Whether Azure's agent and its backup extension are here, and what their own files would make of a backup.</summary>
internal static class AgentExamination
{
    private const string Subject = "agent";
    private const string AgentFolder = "/var/lib/waagent";

    /// <summary>The folders that the agent unpacks itself and the extension into, each with its version behind a hyphen.</summary>
    private const string Agent = "WALinuxAgent-";
    private const string Extension = "Microsoft.Azure.RecoveryServices.VMSnapshotLinux-";

    public static IEnumerable<Diagnosis> Of(HostPlaces places)
    {
        string? extension = NewestVersion(places, Extension);
        yield return Diagnosis.Fine(Subject, extension is null
            ? "Azure's backup extension is not installed; 'quiesce run' is the host here"
            : $"Azure's backup extension {extension}, agent {NewestVersion(places, Agent) ?? "not found"}");

        foreach (Diagnosis diagnosis in ObsoleteNames(places).Concat(HostFileOf(places)).Concat(FreezeSettingsOf(places)))
            yield return diagnosis;
        if (AzureWorkload.WarningOf(places) is { } workload)
            yield return Diagnosis.Warning(Subject, workload.ToString(), "remove the workload from the file, if these scripts are to run");
    }

    private static string? NewestVersion(HostPlaces places, string prefix)
    {
        string folder = places.In(AgentFolder);
        if (!Directory.Exists(folder))
            return null;
        return Directory.EnumerateDirectories(folder, prefix + "*")
            .Select(path => Version.TryParse(Path.GetFileName(path).AsSpan(prefix.Length), out Version? version) ? version : null)
            .Max()?.ToString();
    }

    private static IEnumerable<Diagnosis> ObsoleteNames(HostPlaces places)
    {
        string folder = Path.GetDirectoryName(Limits.DefaultConfigLocation)!;
        if (File.Exists(places.In($"{folder}/{ArtifactNames.ObsoleteConfig}")))
        {
            yield return Diagnosis.Warning(
                Subject, $"{folder}/{ArtifactNames.ObsoleteConfig} is the name of the first releases; later ones do not read it", $"rename it to {ArtifactNames.Config}, or remove it");
        }
    }

    private static IEnumerable<Diagnosis> HostFileOf(HostPlaces places)
    {
        if (!File.Exists(places.HostFile))
            yield break;
        Findings findings = DeploymentValidator.Validate(places.HostFile);
        foreach (Finding finding in findings.All.Where(finding => finding.Severity > RuleSeverity.Info && finding.Place.Path == places.HostFile))
            yield return new Diagnosis(finding.Severity, Subject, $"{finding.Place}: {finding.Message}", finding.Kind.Help);
    }

    private static IEnumerable<Diagnosis> FreezeSettingsOf(HostPlaces places)
    {
        Try(() => FreezeSettings.Read(places), out string? problem);
        if (problem is not null)
            yield return Diagnosis.Error(Subject, problem, "mend the file; the extension brings a good one");
    }

    /// <summary>Whether the agent's settings of the freeze leave one profile what it counts on.</summary>
    public static IEnumerable<Diagnosis> OfFreeze(Patient patient)
    {
        FreezeSettings? settings = Try(() => FreezeSettings.Read(patient.Places), out _);
        if (settings?.Limit is { } limit && patient.Manifest is { } manifest && limit.TotalSeconds < manifest.FreezeLimitInSeconds)
        {
            yield return Diagnosis.Warning(
                Subject, $"the agent thaws after {limit.TotalSeconds:F0} s, the profile allows the snapshot {manifest.FreezeLimitInSeconds} s", "raise 'timeout' in vmbackup.conf, or lower FreezeLimitInSeconds");
        }

        foreach (string mount in (settings?.SkippedMounts ?? []).Intersect(patient.MountsToFreeze))
        {
            yield return Diagnosis.Error(
                Subject, $"the agent leaves out {mount} (MountsToSkip), which the profile wants frozen", "take it out of MountsToSkip in vmbackup.conf, or out of the profile");
        }
    }

    private static T? Try<T>(Func<T> read, out string? problem)
        where T : class
    {
        try
        {
            problem = null;
            return read();
        }
        catch (OutcomeException unreadable)
        {
            problem = unreadable.Message;
            return null;
        }
    }
}
