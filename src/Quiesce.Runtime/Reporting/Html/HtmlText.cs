using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;

namespace Quiesce.Runtime.Reporting.Html;

/// <summary>Writes HTML. Whatever is text is escaped here and nowhere else: scripts print what they like, and a report must not become a program.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _html = new();

    /// <summary>Markup of our own.</summary>
    public HtmlText Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    public HtmlText Element(string tag, string text, string? kind = null)
    {
        _html.Append('<').Append(tag);
        if (kind is not null)
            _html.Append(" class=\"").Append(WebUtility.HtmlEncode(kind)).Append('"');
        _html.Append('>').Append(WebUtility.HtmlEncode(text)).Append("</").Append(tag).Append(">\n");
        return this;
    }

    /// <summary>A table with a heading above it; nothing at all where there are no rows. A column whose title ends in <c>#</c> holds numbers.</summary>
    public HtmlText Table(string heading, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [.. rows];
        if (all.Length == 0)
            return this;

        Element("h2", heading).Raw("<table>\n");
        Row("th", columns, [.. columns.Select(column => column.TrimEnd('#'))]);
        foreach (IReadOnlyList<string> row in all)
            Row("td", columns, row);
        return Raw("</table>\n");
    }

    /// <summary>Long text, folded; nothing where there is none.</summary>
    public HtmlText Folded(string title, string text) => text.Trim() == ""
        ? this
        : Raw("<details>").Element("summary", title).Element("pre", text.TrimEnd()).Raw("</details>\n");

    public override string ToString() => _html.ToString();

    private void Row(string cell, IReadOnlyList<string> columns, IReadOnlyList<string> texts)
    {
        Raw("<tr>");
        for (int index = 0; index < texts.Count; index++)
            Element(cell, texts[index], columns[index].EndsWith('#') ? "number" : null);
        Raw("</tr>\n");
    }
}
