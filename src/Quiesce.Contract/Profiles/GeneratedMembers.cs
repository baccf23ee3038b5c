namespace Quiesce.Contract.Profiles;

/// <summary>What the generated part adds to a profile's class.</summary>
internal static class GeneratedMembers
{
    public const string ConfigJson = "ConfigJson";
    public const string PreScript = "PreScript";
    public const string PostScript = "PostScript";

    public static readonly string[] All = [ConfigJson, PreScript, PostScript];
}
