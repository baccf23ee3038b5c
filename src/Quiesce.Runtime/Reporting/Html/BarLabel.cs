using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Quiesce.Runtime.Reporting.Html;

/// <summary>
/// The text beside a bar. A picture of fixed text sizes cannot ask how wide a text becomes, so that is estimated, on the wide side; what is too wide loses its middle, because mount points
/// begin alike and differ at their ends.
/// </summary>
internal static class BarLabel
{
    private const string Gap = "…";
    private const string Slim = " !',-./:;I[]fijlrt|";
    private const string Wide = "%@MWmw—";
    private const int FirstFullWidth = 0x1100;

    public static double WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    /// <summary>The text itself, or as much of its beginning and its end as there is room for.</summary>
    public static string Fit(string text, double room)
    {
        if (WidthOf(text) <= room)
            return text;

        Rune[] all = [.. text.EnumerateRunes()];
        double half = (room - WidthOf(Gap)) / 2;
        int first = CountOf(all, half);
        int last = CountOf(Enumerable.Reverse(all), half);
        return Text(all[..first]) + Gap + Text(all[^last..]);
    }

    private static int CountOf(IEnumerable<Rune> runes, double room) => runes.TakeWhile(rune => (room -= WidthOf(rune)) >= 0).Count();

    private static string Text(IEnumerable<Rune> runes) => string.Concat(runes);

    /// <summary>In pixels at the style sheet's 13, as in DejaVu Sans, which is wider than most.</summary>
    private static double WidthOf(Rune rune) => rune.ToString() switch
    {
        Gap => 13,
        var slim when Slim.Contains(slim, StringComparison.Ordinal) => 5.5,
        var wide when Wide.Contains(wide, StringComparison.Ordinal) => 13,
        _ when rune.Value >= FirstFullWidth => 13.5,
        _ when rune.IsAscii && !Rune.IsUpper(rune) => 8.3,
        _ => 10.2,
    };
}
