using System;
using System.Linq;

namespace Quiesce.Contract.Rules;

/// <summary>Names of profiles and engines: they become folders, parts of file names and words of log lines.</summary>
internal static class NameText
{
    public static bool IsUsable(string name)
        => name.Length is > 0 and <= Limits.MaxNameLength && name.All(IsNameCharacter) && IsLetterOrDigit(name[0]);

    /// <summary>The same name in lower case, with what cannot be used replaced by dashes; <see langword="null"/> when nothing is left.</summary>
    public static string? Nearest(string name)
    {
        var mended = new string(Array.ConvertAll(name.ToLowerInvariant().ToCharArray(), c => IsNameCharacter(c) ? c : '-')).Trim('-', '_');
        if (mended.Length > Limits.MaxNameLength)
            mended = mended.Substring(0, Limits.MaxNameLength).TrimEnd('-', '_');
        return mended.Length > 0 ? mended : null;
    }

    private static bool IsNameCharacter(char c) => IsLetterOrDigit(c) || c is '-' or '_';

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
