using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Running;

/// <summary>Reads and checks everything a run depends on, before anything of it runs.</summary>
internal static class RunPlanLoader
{
    public static RunPlan Load(RunRequest request) => request.ProfileFolder is { } folder
        ? LoadFolder(Path.GetFullPath(folder))
        : LoadConfig(Path.GetFullPath(request.ConfigFile!));

    /// <summary>A folder as the build wrote it: its scripts are run where they lie, not where an installation would put them.</summary>
    private static RunPlan LoadFolder(string folder)
    {
        string configPath = Path.Combine(folder, ArtifactNames.Config);
        byte[] configText = ReadTrusted(configPath, FileRole.Config, HostConfigurationReader.MostBytes);
        HostConfiguration config = HostConfigurationReader.Read(configPath, configText);
        ProfileManifest manifest = ReadManifest(Path.Combine(folder, ArtifactNames.Profile));
        RequireDigest(manifest, ArtifactNames.Config, configPath, configText);
        return Open(config, manifest, Path.Combine(folder, ArtifactNames.PreScript), Path.Combine(folder, ArtifactNames.PostScript));
    }

    /// <summary>A configuration where it is installed. If a profile was compiled into it, its description lies beside the pre script.</summary>
    private static RunPlan LoadConfig(string path)
    {
        HostConfiguration config = HostConfigurationReader.Read(path, ReadTrusted(path, FileRole.Config, HostConfigurationReader.MostBytes));
        string preScript = config.Settings.PreScriptLocation!;
        string manifestPath = Path.Combine(Path.GetDirectoryName(preScript) ?? "/", ArtifactNames.Profile);
        ProfileManifest? manifest = File.Exists(manifestPath) ? ReadManifest(manifestPath) : null;
        return Open(config, manifest, preScript, config.Settings.PostScriptLocation!);
    }

    private static RunPlan Open(HostConfiguration config, ProfileManifest? manifest, string preScript, string postScript)
    {
        HostScript pre = Script("pre", preScript, FileRole.PreScript, config.Settings.PreScriptParams, config.PreScriptRetries, OutcomeCatalogue.PreScriptFailed, OutcomeCatalogue.PreScriptTimeout);
        HostScript? post = null;
        try
        {
            post = Script("post", postScript, FileRole.PostScript, config.Settings.PostScriptParams, config.PostScriptRetries, OutcomeCatalogue.PostScriptFailed, OutcomeCatalogue.PostScriptTimeout);
            var plan = new RunPlan { Config = config, Manifest = manifest, Pre = pre, Post = post };
            if (manifest is not null)
                RequireAsCompiled(manifest, plan);
            return plan;
        }
        catch
        {
            pre.Dispose();
            post?.Dispose();
            throw;
        }
    }

    private static HostScript Script(string name, string path, FileRole role, IReadOnlyList<string> parameters, int retries, Outcome failed, Outcome timedOut) =>
        new() { Name = name, File = TrustedFile.Open(path, role), Parameters = parameters, Retries = retries, Failed = failed, TimedOut = timedOut };

    private static ProfileManifest ReadManifest(string path) => ProfileManifest.Read(path, ReadTrusted(path, FileRole.Manifest, ProfileManifest.MostBytes));

    private static byte[] ReadTrusted(string path, FileRole role, int limit)
    {
        using TrustedFile file = TrustedFile.Open(path, role);
        return file.ReadAtMost(limit);
    }

    private static void RequireAsCompiled(ProfileManifest manifest, RunPlan plan)
    {
        RequireDigest(manifest, ArtifactNames.PreScript, plan.Pre.File.Path, plan.Pre.File.ReadAll());
        RequireDigest(manifest, ArtifactNames.PostScript, plan.Post.File.Path, plan.Post.File.ReadAll());
        string[] broken = [.. RuleTable.CheckDeployed(manifest.ToSpec(plan.Config.Settings))
            .Where(violation => violation.Rule.Severity == RuleSeverity.Error)
            .Select(violation => $"{violation.Rule.Id}: {violation.Message}")];
        if (broken.Length > 0)
            throw new OutcomeException(OutcomeCatalogue.RuleBroken, string.Join("\n", broken));
    }

    private static void RequireDigest(ProfileManifest manifest, string name, string path, byte[] content)
    {
        if (!manifest.Describes(name, content))
            throw new OutcomeException(OutcomeCatalogue.ProfileMismatch, $"{path} is not the file that was compiled: its SHA-256 is not the one in {ArtifactNames.Profile}");
    }
}
