using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace Quiesce.Runtime.Reporting.Html;

/// <summary>Draws bars above one another on one axis of time, which begins with the first of them.</summary>
internal sealed class TimelineSvg
{
    private const int Width = 960;
    private const int Right = 90;

    /// <summary>The labels' room: as wide as they need it, but no more than a third of the picture.</summary>
    private const int LeastLeft = 190;
    private const int MostLeft = 330;
    private const int BesideLabel = 12;

    private const int Top = 26;
    private const int RowHeight = 30;
    private const int BarHeight = 24;

    /// <summary>What is shorter than a pixel must still be seen.</summary>
    private const double LeastBarWidth = 1.5;

    /// <summary>Something that took no time at all still has an axis.</summary>
    private const double LeastSpanMs = 0.001;

    private const int MostTicks = 8;

    private readonly IReadOnlyList<Bar> _bars;
    private readonly int _left;
    private readonly double _fromMs;
    private readonly double _spanMs;
    private readonly StringBuilder _svg = new();

    private TimelineSvg(IReadOnlyList<Bar> bars)
    {
        _bars = bars;
        _left = Math.Clamp((int)Math.Ceiling(bars.Max(bar => BarLabel.WidthOf(bar.Label))) + (2 * BesideLabel), LeastLeft, MostLeft);
        _fromMs = bars.Min(bar => bar.FromMs);
        _spanMs = Math.Max(bars.Max(bar => bar.ToMs) - _fromMs, LeastSpanMs);
    }

    private int Bottom => Top + (_bars.Count * RowHeight);

    /// <param name="bars">One at least.</param>
    /// <param name="description">For who cannot see it.</param>
    public static string Draw(IReadOnlyList<Bar> bars, string description) => new TimelineSvg(bars).Draw(description);

    private string Draw(string description)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Bottom + 6}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(description)}\">\n");
        DrawAxis();
        for (int row = 0; row < _bars.Count; row++)
            DrawBar(_bars[row], Top + (row * RowHeight));
        return _svg.Append("</svg>\n").ToString();
    }

    private void DrawAxis()
    {
        double step = StepOf(_spanMs / MostTicks);
        for (int tick = 0; tick <= MostTicks && tick * step <= _spanMs; tick++)
        {
            double at = tick * step;
            double x = XOf(_fromMs + at);
            _svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{x:0.##}\" x2=\"{x:0.##}\" y1=\"{Top - 6}\" y2=\"{Bottom}\"/>");
            _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{x:0.##}\" y=\"{Top - 12}\">{TickText(at, step)}</text>\n");
        }
    }

    private void DrawBar(Bar bar, int y)
    {
        string label = WebUtility.HtmlEncode(bar.Label);
        string shown = WebUtility.HtmlEncode(BarLabel.Fit(bar.Label, _left - (2 * BesideLabel)));
        string duration = Duration.Text(bar.ToMs - bar.FromMs);
        double x = XOf(bar.FromMs);
        double width = Math.Max(XOf(bar.ToMs) - x, LeastBarWidth);
        int middle = y + (BarHeight / 2) + 4;
        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"{_left - BesideLabel}\" y=\"{middle}\">{(shown == label ? "" : $"<title>{label}</title>")}{shown}</text>");
        _svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{bar.Kind}\" x=\"{x:0.##}\" y=\"{y}\" width=\"{width:0.##}\" height=\"{BarHeight}\" rx=\"2\"><title>{label}: {duration}</title></rect>");
        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"value\" x=\"{x + width + 6:0.##}\" y=\"{middle}\">{duration}</text>\n");
    }

    private double XOf(double milliseconds) => _left + ((milliseconds - _fromMs) / _spanMs * (Width - _left - Right));

    /// <summary>The next of 1, 2 and 5 times a power of ten.</summary>
    private static double StepOf(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        int factor = Array.Find([1, 2, 5], factor => factor * power >= least);
        return power * (factor == 0 ? 10 : factor);
    }

    private static string TickText(double at, double step) => step >= 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{at / 1000:0.##} s")
        : string.Create(CultureInfo.InvariantCulture, $"{at:0.###} ms");
}
