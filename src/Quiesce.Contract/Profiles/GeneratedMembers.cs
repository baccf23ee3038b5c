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

    /// <summary>The handle by which a program runs the profile: only where the project references the runtime.</summary>
    public const string Profile = "Profile";

    private static readonly string[] s_texts = [ConfigJson, PreScript, PostScript];
    private static readonly string[] s_textsAndHandle = [.. s_texts, Profile];

    public static string[] Of(bool hasRuntime) => hasRuntime ? s_textsAndHandle : s_texts;
}
