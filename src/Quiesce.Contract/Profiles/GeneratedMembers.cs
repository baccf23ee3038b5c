namespace Quiesce.Contract.Profiles;

/// <summary>What the generated part adds to a profile's class.</summary>
internal static class GeneratedMembers
{
    /// <summary>Who generates them, as <c>[GeneratedCode]</c> says.</summary>
    public const string Tool = "Quiesce";

    public const string ConfigJson = "ConfigJson";
    public const string PreScript = "PreScript";
    public const string PostScript = "PostScript";

    public static readonly string[] All = [ConfigJson, PreScript, PostScript];
}
