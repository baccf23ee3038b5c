using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>Compiles what the host's JSON has no place for into profile.json: enough to judge and to run the deployed profile without its source.</summary>
internal static class ProfileJsonCompiler
{
    /// <summary>Raised when a reader of the former version would misunderstand the new one.</summary>
    public const int SchemaVersion = 1;

    public static string Compile(ProfileSpec profile, InstallLocations locations, IEnumerable<KeyValuePair<string, string>> digests)
    {
        var json = new JsonText()
            .OpenObject()
            .Value("schemaVersion", SchemaVersion)
            .Value("name", profile.Name)
            .Value("type", profile.TypeName)
            .Value("generatorVersion", GeneratorVersion.Text)
            .Value("leaseInSeconds", profile.Run.LeaseInSeconds)
            .Value("freezeLimitInSeconds", profile.Run.FreezeLimitInSeconds)
            .Value("configLocation", locations.Config)
            .Value("runDirectory", profile.Run.RunDirectory)
            .Value("logDirectory", profile.Run.LogDirectory)
            .Value("stateDirectory", profile.Run.StateDirectory)
            .Values("mounts", profile.MountsToFreeze())
            .Values("ownMounts", profile.Run.Mounts)
            .Values("selfSnapshottingMounts", profile.Run.SelfSnapshottingMounts);
        WriteEngines(json, profile);
        WriteSteps(json, profile);
        json.OpenObject("sha256");
        foreach (var digest in digests)
            json.Value(digest.Key, digest.Value);
        return json.CloseObject().CloseObject().ToString();
    }

    private static void WriteEngines(JsonText json, ProfileSpec profile)
    {
        json.OpenArray("engines");
        foreach (var engine in profile.Engines)
        {
            json.OpenObject()
                .Value("kind", engine.Kind)
                .Value("name", engine.Name)
                .Value("method", engine.MethodName)
                .Value("proof", engine.Proof.ToString().ToLowerInvariant())
                .Values("mounts", engine.Mounts);
            EngineSettingsJson.Write(json, engine);
            json.CloseObject();
        }

        json.CloseArray();
    }

    private static void WriteSteps(JsonText json, ProfileSpec profile)
    {
        json.OpenArray("steps");
        foreach (var step in profile.Steps)
        {
            json.OpenObject()
                .Value("member", step.Member)
                .Value("phase", step.Phase == StepPhase.BeforeQuiesce ? "beforeQuiesce" : "afterRelease")
                .Value("timeoutInSeconds", step.TimeoutInSeconds)
                .Value("text", step.Text);
            if (step.Undo is { } undo)
                json.OpenObject("undo").Value("member", undo.Member).Value("text", undo.Text).CloseObject();
            json.CloseObject();
        }

        json.CloseArray();
    }
}
