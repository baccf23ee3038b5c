using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Quiesce.Contract.Artifacts;

/// <summary>Writes indented JSON, one value after the other. An analyzer may have no dependency, and what is written here is small.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _first = true;

    public JsonText OpenObject(string? name = null) => Open(name, '{');

    public JsonText CloseObject() => Close('}');

    public JsonText OpenArray(string? name = null) => Open(name, '[');

    public JsonText CloseArray() => Close(']');

    public JsonText Value(string name, string? value) => Begin(name).Raw(value is null ? "null" : Quote(value));

    public JsonText Value(string name, int? value) => Begin(name).Raw(value is { } number ? number.ToString(CultureInfo.InvariantCulture) : "null");

    public JsonText Value(string name, bool? value) => Begin(name).Raw(value is { } flag ? (flag ? "true" : "false") : "null");

    /// <summary>Leaves the field out when there is no value.</summary>
    public JsonText Optional(string name, string? value) => value is null ? this : Value(name, value);

    /// <inheritdoc cref="Optional(string, string?)"/>
    public JsonText Optional(string name, int? value) => value is null ? this : Value(name, value);

    /// <inheritdoc cref="Optional(string, string?)"/>
    public JsonText Optional(string name, bool? value) => value is null ? this : Value(name, value);

    public JsonText Values(string name, IEnumerable<string> values)
    {
        OpenArray(name);
        foreach (var value in values)
            Begin(name: null).Raw(Quote(value));
        return CloseArray();
    }

    /// <summary>The whole document, with a newline at its end.</summary>
    public override string ToString() => _text + "\n";

    /// <summary>As RFC 8259 demands, and not more: quotation mark, reverse solidus and the control characters.</summary>
    private static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\x7f' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                // A lone surrogate has no UTF-8 form; escaped, it survives the way to disk.
                >= '\ud800' and <= '\udfff' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private JsonText Open(string? name, char bracket)
    {
        Begin(name).Raw(bracket.ToString());
        _depth++;
        _first = true;
        return this;
    }

    private JsonText Close(char bracket)
    {
        _depth--;
        if (!_first)
            NewLine();
        _first = false;
        return Raw(bracket.ToString());
    }

    private JsonText Begin(string? name)
    {
        if (!_first)
            _text.Append(',');
        _first = false;
        if (_depth > 0)
            NewLine();
        return name is null ? this : Raw(Quote(name)).Raw(": ");
    }

    private void NewLine() => _text.Append('\n').Append(' ', 2 * _depth);

    private JsonText Raw(string text)
    {
        _text.Append(text);
        return this;
    }
}
