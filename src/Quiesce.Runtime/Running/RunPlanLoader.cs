using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
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
        string manifestPath = Path.Combine(folder, ArtifactNames.Profile);
        ProfileManifest manifest = ProfileManifest.Read(manifestPath, ReadTrusted(manifestPath, FileRole.Manifest, ProfileManifest.MostBytes));

        RunPlan plan = Open(config, manifest, Path.Combine(folder, ArtifactNames.PreScript), Path.Combine(folder, ArtifactNames.PostScript));
        RequireDigest(manifest, ArtifactNames.Config, configPath, configText, plan);
        RequireCompiledScripts(manifest, plan);
        return plan;
    }

    /// <summary>A configuration where it is installed. If a profile was compiled into it, its description lies beside the pre script.</summary>
    private static RunPlan LoadConfig(string path)
    {
        HostConfiguration config = HostConfigurationReader.Read(path, ReadTrusted(path, FileRole.Config, HostConfigurationReader.MostBytes));
        string preScript = config.Settings.PreScriptLocation!;
        RunPlan plan = Open(config, manifest: null, preScript, config.Settings.PostScriptLocation!);

        string manifestPath = Path.Combine(Path.GetDirectoryName(preScript) ?? "/", ArtifactNames.Profile);
        if (!File.Exists(manifestPath))
            return plan;
        plan = plan with { Manifest = ProfileManifest.Read(manifestPath, ReadTrusted(manifestPath, FileRole.Manifest, ProfileManifest.MostBytes)) };
        RequireCompiledScripts(plan.Manifest, plan);
        return plan;
    }

    private static RunPlan Open(HostConfiguration config, ProfileManifest? manifest, string preScript, string postScript)
    {
        TrustedFile pre = TrustedFile.Open(preScript, FileRole.PreScript);
        TrustedFile post;
        try
        {
            post = TrustedFile.Open(postScript, FileRole.PostScript);
        }
        catch
        {
            pre.Dispose();
            throw;
        }

        return new RunPlan
        {
            Config = config,
            Manifest = manifest,
            Pre = Script("pre", pre, config.Settings.PreScriptParams, config.PreScriptRetries, OutcomeCatalogue.PreScriptFailed, OutcomeCatalogue.PreScriptTimeout),
            Post = Script("post", post, config.Settings.PostScriptParams, config.PostScriptRetries, OutcomeCatalogue.PostScriptFailed, OutcomeCatalogue.PostScriptTimeout),
        };
    }

    private static HostScript Script(string name, TrustedFile file, IReadOnlyList<string> parameters, int retries, Outcome failed, Outcome timedOut) =>
        new() { Name = name, File = file, Parameters = parameters, Retries = retries, Failed = failed, TimedOut = timedOut };

    private static byte[] ReadTrusted(string path, FileRole role, int limit)
    {
        using TrustedFile file = TrustedFile.Open(path, role);
        return file.ReadAtMost(limit);
    }

    private static void RequireCompiledScripts(ProfileManifest manifest, RunPlan plan)
    {
        RequireDigest(manifest, ArtifactNames.PreScript, plan.Pre.File.Path, plan.Pre.File.ReadAtMost(int.MaxValue - 1), plan);
        RequireDigest(manifest, ArtifactNames.PostScript, plan.Post.File.Path, plan.Post.File.ReadAtMost(int.MaxValue - 1), plan);
    }

    private static void RequireDigest(ProfileManifest manifest, string name, string path, byte[] content, RunPlan plan)
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(content));
        if (manifest.Sha256.GetValueOrDefault(name) == digest)
            return;
        plan.Dispose();
        throw new OutcomeException(OutcomeCatalogue.ProfileMismatch, $"{path} is not the file that was compiled: its SHA-256 is {digest}");
    }
}
