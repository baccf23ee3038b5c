using System;

namespace Quiesce.Contract.Artifacts;

/// <summary>Compiles the limits into a JSON schema of the host's configuration, for editors and for whoever still writes it by hand.</summary>
internal static class ConfigSchemaCompiler
{
    public const string FileName = "VMSnapshotScriptPluginConfig.schema.json";

    private const string AbsolutePath = "^/";

    public static string Compile()
    {
        var json = new JsonText()
            .OpenObject()
            .Value("$schema", "https://json-schema.org/draft/2020-12/schema")
            .Value("title", "Pre and post scripts of a virtual machine's snapshot")
            .Value("description", "Read by the Azure Linux VM backup extension at every backup. Must be root's, with mode 600.")
            .Value("type", "object")
            .Values("required", ["pluginName", "preScriptLocation", "postScriptLocation"])
            .OpenObject("properties");
        Property(json, "pluginName", "The plugin's name; never changed.").Value("const", Limits.PluginName).CloseObject();
        Path(json, "preScriptLocation", "Absolute path of the pre script, which must be root's with mode 700.");
        Path(json, "postScriptLocation", "Absolute path of the post script, which must be root's with mode 700.");
        Parameters(json, "preScriptParams", "Parameters of the pre script. A plain string would be split into its characters.");
        Parameters(json, "postScriptParams", "Parameters of the post script. A plain string would be split into its characters.");
        Integer(json, "preScriptNoOfRetries", "Further attempts after a failed pre script. Azure counts them without starting the script again.", Limits.MinRetries, null);
        Integer(json, "postScriptNoOfRetries", "Further attempts after a failed post script. Azure counts them without starting the script again.", Limits.MinRetries, null);
        Integer(json, "timeoutInSeconds", "Seconds for all attempts of one script together.", Limits.MinTimeoutInSeconds, Limits.MaxTimeoutInSeconds);
        Flag(json, "continueBackupOnFailure", "Whether a failed pre script still leads to a snapshot, without application consistency.", Limits.DefaultContinueBackupOnFailure);
        Flag(json, "fsFreezeEnabled", "Whether file systems are frozen for the snapshot.", Limits.DefaultFsFreezeEnabled);
        Integer(
            json,
            "ScriptsExecutionPollTimeSeconds",
            FormattableString.Invariant($"Seconds between two looks at a running script. Anything outside the range silently becomes {Limits.DefaultPollTimeInSeconds}."),
            Limits.MinPollTimeInSeconds,
            Limits.MaxPollTimeInSeconds);
        return json.CloseObject().CloseObject().ToString();
    }

    private static JsonText Property(JsonText json, string name, string description) => json.OpenObject(name).Value("description", description);

    private static void Path(JsonText json, string name, string description)
        => Property(json, name, description).Value("type", "string").Value("pattern", AbsolutePath).CloseObject();

    private static void Parameters(JsonText json, string name, string description)
        => Property(json, name, description).Value("type", "array").OpenObject("items").Value("type", "string").CloseObject().CloseObject();

    private static void Integer(JsonText json, string name, string description, int minimum, int? maximum)
        => Property(json, name, description).Value("type", "integer").Value("minimum", minimum).Optional("maximum", maximum).CloseObject();

    private static void Flag(JsonText json, string name, string description, bool missingMeans)
        => Property(json, name, description).Value("type", "boolean").Value("default", missingMeans).CloseObject();
}
