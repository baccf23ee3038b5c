using System;
using System.IO;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Running;

/// <summary>Reads and checks one configuration and its scripts, before anything of it runs.</summary>
/// <param name="places">Where the paths that a configuration names are found.</param>
/// <param name="hostTimeout">The host's own limit to every script; absent where there is none.</param>
internal sealed class PluginPlanLoader(HostPlaces places, TimeSpan? hostTimeout)
{
    /// <summary>A folder as the build wrote it: its scripts are run where they lie, not where an installation would put them.</summary>
    public PluginPlan LoadFolder(string folder)
    {
        string configPath = Path.Combine(folder, ArtifactNames.Config);
        byte[] configText = ReadTrusted(configPath, FileRole.Config, HostConfigurationReader.MostBytes);
        HostConfiguration config = HostConfigurationReader.Read(configPath, configText);
        ProfileManifest manifest = ReadManifest(Path.Combine(folder, ArtifactNames.Profile));
        RequireDigest(manifest, ArtifactNames.Config, configPath, configText);
        return Open(config, manifest, Path.Combine(folder, ArtifactNames.PreScript), Path.Combine(folder, ArtifactNames.PostScript));
    }

    /// <summary>A configuration where it is installed. If a profile was compiled into it, its description lies beside the pre script.</summary>
    public PluginPlan LoadConfig(string path)
    {
        HostConfiguration config = HostConfigurationReader.Read(path, ReadTrusted(path, FileRole.Config, HostConfigurationReader.MostBytes));
        string preScript = places.In(config.Settings.PreScriptLocation!);
        string manifestPath = Path.Combine(Path.GetDirectoryName(preScript) ?? "/", ArtifactNames.Profile);
        ProfileManifest? manifest = File.Exists(manifestPath) ? ReadManifest(manifestPath) : null;
        return Open(config, manifest, preScript, places.In(config.Settings.PostScriptLocation!));
    }

    private PluginPlan Open(HostConfiguration config, ProfileManifest? manifest, string preScript, string postScript)
    {
        // The smaller limit is the one that ends a script, and the outcome says whose it was.
        bool isHostsLimit = hostTimeout < config.Timeout;
        HostScript pre = new()
        {
            Name = "pre",
            File = TrustedFile.Open(preScript, FileRole.PreScript),
            Parameters = config.Settings.PreScriptParams,
            Retries = config.PreScriptRetries,
            Failed = OutcomeCatalogue.PreScriptFailed,
            TimedOut = isHostsLimit ? OutcomeCatalogue.PreScriptHostTimeout : OutcomeCatalogue.PreScriptTimeout,
        };
        HostScript? post = null;
        try
        {
            post = new HostScript
            {
                Name = "post",
                File = TrustedFile.Open(postScript, FileRole.PostScript),
                Parameters = config.Settings.PostScriptParams,
                Retries = config.PostScriptRetries,
                Failed = OutcomeCatalogue.PostScriptFailed,
                TimedOut = isHostsLimit ? OutcomeCatalogue.PostScriptHostTimeout : OutcomeCatalogue.PostScriptTimeout,
            };
            var plan = new PluginPlan { Config = config, Manifest = manifest, Pre = pre, Post = post, Timeout = isHostsLimit ? hostTimeout!.Value : config.Timeout };
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

    private static ProfileManifest ReadManifest(string path) => ProfileManifest.Read(path, ReadTrusted(path, FileRole.Manifest, ProfileManifest.MostBytes));

    private static byte[] ReadTrusted(string path, FileRole role, int limit)
    {
        using TrustedFile file = TrustedFile.Open(path, role);
        return file.ReadAtMost(limit);
    }

    private static void RequireAsCompiled(ProfileManifest manifest, PluginPlan plan)
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
