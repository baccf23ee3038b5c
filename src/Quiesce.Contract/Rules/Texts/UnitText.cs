using System;
using System.Linq;

namespace Quiesce.Contract.Rules;

/// <summary>Names of systemd units. (Source: systemd.unit(5).)</summary>
internal static class UnitText
{
    private static readonly string[] Suffixes =
        [".service", ".socket", ".device", ".mount", ".automount", ".swap", ".target", ".path", ".timer", ".slice", ".scope"];

    /// <summary>A leading dash is a name to systemd and an option to systemctl; only the root mount's unit has one, and that cannot be stopped. A backslash escapes, and no service's name needs it.</summary>
    public static bool IsName(string text)
        => text.Length <= Limits.MaxUnitNameLength
            && text.All(IsNameCharacter)
            && !OptionText.LooksLikeOption(text)
            && Suffixes.Any(suffix => text.Length > suffix.Length && text.EndsWith(suffix, StringComparison.Ordinal));

    /// <summary>With the suffix that systemctl itself would add; <see langword="null"/> where that is not all that is missing.</summary>
    public static string? Nearest(string text)
        => text.Length > 0 && text.IndexOf('.') < 0 && IsName(text + Suffixes[0]) ? text + Suffixes[0] : null;

    private static bool IsNameCharacter(char c)
        => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ':' or '_' or '.' or '@' or '-';
}
