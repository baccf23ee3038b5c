using System;
using System.Linq;

namespace Quiesce.Cli.Output;

/// <summary>Somebody else's words within a line of ours: short, and without what a terminal would obey.</summary>
internal static class ShortText
{
    private const int Most = 200;

    public static string Of(string text)
    {
        string plain = string.Concat(text.Where(character => !char.IsControl(character)));
        return plain.Length <= Most ? plain : plain[..Most] + "…";
    }

    /// <summary>Empty where nothing was printed.</summary>
    public static string LastLineOf(string printed) =>
        Of(printed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "");
}
