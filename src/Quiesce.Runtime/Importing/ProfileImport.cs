using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Importing;

/// <summary>Turns an existing configuration and its scripts into a profile.</summary>
internal sealed class ProfileImport(string name)
{
    /// <summary>Where the scripts lie, when not where the JSON says: away from their machine.</summary>
    public string? ScriptFolder { get; init; }

    /// <exception cref="OutcomeException">A file is missing or malformed, or the configuration is one of ours.</exception>
    public ImportedProfile Import(string file)
    {
        string path = Path.GetFullPath(file);
        HostConfiguration config = HostConfigurationReader.Parse(path, FoundFile.Read(path, FileRole.Config, HostConfigurationReader.MostBytes).Content);
        ImportedScript pre = Read(config.Settings.PreScriptLocation!, FileRole.PreScript, config.Settings.PreScriptParams);
        ImportedScript post = Read(config.Settings.PostScriptLocation!, FileRole.PostScript, config.Settings.PostScriptParams);
        RefuseOurOwn(path, pre);

        var profile = new ImportedProfile(name, path);
        ImportSettings(profile, config);
        new Recognition(profile, pre, post).Run();
        ImportSteps(profile, pre, post);
        NoteMounts(profile);
        profile.Notes.Add($"The old scripts stay where they are ({pre.Path}, {post.Path}), and are run no more: the compiled ones go into a folder of their own.");
        return profile;
    }

    private ImportedScript Read(string location, FileRole role, IReadOnlyList<string> parameters) =>
        ImportedScript.Read(location, ScriptFolder is null ? location : Path.Combine(Path.GetFullPath(ScriptFolder), Path.GetFileName(location)), role, parameters);

    private static void RefuseOurOwn(string path, ImportedScript pre)
    {
        if (pre.Shell.Text.Split('\n', 3).Any(line => line.StartsWith("# Pre script of the consistency profile ", StringComparison.Ordinal)))
            throw new OutcomeException(Contract.Outcomes.OutcomeCatalogue.ProfileMismatch, $"{path} was compiled by Quiesce: there is a C# class for it already, which profile.json beside {pre.Path} names");
    }

    private static void ImportSettings(ImportedProfile profile, HostConfiguration config)
    {
        foreach (Remark remark in config.Remarks)
            profile.Notes.Add($"{remark.Text}.");
        if (Path.GetFileName(profile.Source) == ArtifactNames.ObsoleteConfig)
            profile.Notes.Add($"{ArtifactNames.ObsoleteConfig} is the name of the host's first releases; the profile is installed as {ArtifactNames.Config}.");
        if (config.Settings.TimeoutInSeconds is null)
            profile.Notes.Add($"The JSON named no timeoutInSeconds, for which Azure's host takes 10 s; the profile's default is {Limits.DefaultTimeoutInSeconds} s.");
        else if (profile.Source.StartsWith("/etc/", StringComparison.Ordinal) && profile.Source != Limits.DefaultConfigLocation && Path.GetFileName(profile.Source) != ArtifactNames.ObsoleteConfig)
            profile.ConfigLocation = profile.Source;

        HostSettings settings = config.Settings with { PreScriptLocation = null, PostScriptLocation = null, PreScriptParams = default, PostScriptParams = default };
        foreach (Violation violation in RuleTable.CheckHostSettings(config.ToSpec()).Where(violation => violation.Rule.Severity == RuleSeverity.Error && violation.Nearest is int))
        {
            settings = WithNearest(settings, violation);
            profile.Notes.Add($"{violation.Message}. The profile has {violation.Nearest}.");
        }

        profile.Host = settings;
    }

    private static HostSettings WithNearest(HostSettings settings, Violation violation)
    {
        int value = (int)violation.Nearest!;
        return violation.Setting.Name switch
        {
            nameof(HostSettings.TimeoutInSeconds) => settings with { TimeoutInSeconds = value },
            nameof(HostSettings.ScriptsExecutionPollTimeSeconds) => settings with { ScriptsExecutionPollTimeSeconds = value },
            nameof(HostSettings.PreScriptNoOfRetries) => settings with { PreScriptNoOfRetries = value },
            nameof(HostSettings.PostScriptNoOfRetries) => settings with { PostScriptNoOfRetries = value },
            _ => settings,
        };
    }

    private static void ImportSteps(ImportedProfile profile, ImportedScript pre, ImportedScript post)
    {
        (profile.PreStep, profile.PostStep) = (pre.Rest(), post.Rest());
        foreach (ImportedScript script in (ImportedScript[])[pre, post])
        {
            if (script.Shell.Error is { } error)
                profile.Notes.Add($"{script.Path} is no shell script, or a broken one (line {script.Shell.PositionOf(error.Range).Line}: {error.Message}). The step starts the file where it lies.");
            else if (script.Commands.Any(command => command.Name is "." or "source") || script.Shell.Text.Contains("$0", StringComparison.Ordinal))
                profile.Notes.Add($"{script.Path} reads other files, or its own name ($0): a step has no file of its own, and begins in the folder '/'.");
        }

        if (((string?[])[profile.PreStep, profile.PostStep]).Any(step => step is not null && SecretText.Find(step) is not null))
            profile.Notes.Add("What looks like a password stands in a step, as it stood in the script: move it into a file for root alone before this is committed or compiled.");
        if (profile is { PreStep: not null, Engines.Count: > 0 })
            profile.Notes.Add("A step runs before the first engine comes to rest and is undone after the last is released, wherever its commands stood among the others before.");

        // Both steps and the engines' waits share what the host grants one script.
        int timeout = profile.Host.TimeoutInSeconds ?? Limits.DefaultTimeoutInSeconds;
        profile.StepTimeoutInSeconds = Math.Max(1, timeout - profile.Engines.Sum(engine => engine.LockWaitInSeconds));
        if (profile.PreStep is not null && profile.StepTimeoutInSeconds < timeout)
            profile.Notes.Add($"Of the {timeout} s of a script the engines' locks may take {timeout - profile.StepTimeoutInSeconds} s; the steps have the rest.");
    }

    private static void NoteMounts(ImportedProfile profile)
    {
        if ((profile.Host.FsFreezeEnabled ?? Limits.DefaultFsFreezeEnabled) && profile.Mounts.Count == 0)
            profile.Notes.Add("The JSON cannot say what is frozen: Azure's host freezes every ext3, ext4, xfs and btrfs mount. 'quiesce run' freezes what Mounts names, or needs --mount.");
    }
}
