namespace Quiesce.Contract.Artifacts;

/// <summary>The files of a compiled profile's folder.</summary>
internal static class ArtifactNames
{
    public const string Config = "VMSnapshotScriptPluginConfig.json";

    /// <summary>What the first releases of the Azure host called the JSON.</summary>
    public const string ObsoleteConfig = "VMSnapshotPluginConfig.json";

    public const string PreScript = "pre.sh";
    public const string PostScript = "post.sh";
    public const string Profile = "profile.json";
    public const string Install = "install.sh";
}
