namespace Quiesce.Contract.Profiles;

/// <summary>What the generated part adds to a profile's class.</summary>
internal static class GeneratedMembers
{
    /// <summary>The attribute that marks them.</summary>
    public const string Attribute = "GeneratedCode";

    /// <summary>Who generates them, as that attribute says.</summary>
    public const string Tool = "Quiesce";

    public const string ConfigJson = "ConfigJson";
    public const string PreScript = "PreScript";
    public const string PostScript = "PostScript";

    public static readonly string[] All = [ConfigJson, PreScript, PostScript];
}
