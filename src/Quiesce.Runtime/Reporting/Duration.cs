using System;
using System.Globalization;

namespace Quiesce.Runtime.Reporting;

/// <summary>Milliseconds as a person reads them: three figures, and the unit that suits.</summary>
internal static class Duration
{
    public static string Text(double milliseconds) => Math.Abs(milliseconds) switch
    {
        < 99.95 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms"),
        < 999.5 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms"),
        < 99_950 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 60_000:0.0} min"),
    };
}
