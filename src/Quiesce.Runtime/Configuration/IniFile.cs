using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Quiesce.Contract.Outcomes;

namespace Quiesce.Runtime.Configuration;

/// <summary>One <c>key = value</c> of an INI file, with both places.</summary>
internal sealed record IniEntry(string Section, string Key, string Value, FilePlace KeyPlace, FilePlace ValuePlace)
{
    /// <summary>The value as a whole number; nothing when it is another, or none at all.</summary>
    public int? IntegerBetween(int lowest, int highest) =>
        int.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= lowest && number <= highest ? number : null;
}

/// <summary>
/// Reads the INI form of the host's own configuration as Python's configparser does, which hosts use: <c>=</c> or <c>:</c> between key and value, keys in any case, comment lines behind
/// <c>#</c> or <c>;</c>. What it would refuse or read otherwise than it looks is refused.
/// </summary>
internal sealed class IniFile
{
    public const int MostBytes = 1024 * 1024;

    private readonly string _path;
    private readonly Dictionary<string, FilePlace> _sections = new(StringComparer.Ordinal);
    private readonly List<IniEntry> _entries = [];

    /// <exception cref="OutcomeException">The text is not an INI file.</exception>
    public IniFile(string path, byte[] text)
    {
        _path = path;
        if (text.Length > MostBytes)
            throw Refused(1, 1, $"the file is larger than {MostBytes} bytes");
        if (text.AsSpan().StartsWith("\uFEFF"u8))
            throw Refused(1, 1, "the file starts with a byte-order mark; save it as UTF-8 without one");

        string[] lines = Encoding.UTF8.GetString(text).Split('\n');
        string? section = null;
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index].TrimEnd();
            if (line == "" || line.TrimStart()[0] is '#' or ';')
                continue;
            if (line[0] == '[')
                section = OpenSection(line, index + 1);
            else
                AddEntry(line, index + 1, section ?? throw Refused(index + 1, 1, "a section, as [pre_post], must come first"));
        }
    }

    public FilePlace Start => Place(1, 1);

    public FilePlace? PlaceOfSection(string name) => _sections.GetValueOrDefault(name);

    public IEnumerable<IniEntry> EntriesOf(string section) => _entries.Where(entry => entry.Section == section);

    public IniEntry? Find(string section, string key) => _entries.Find(entry => entry.Section == section && entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    private string OpenSection(string line, int number)
    {
        if (line[^1] != ']')
            throw Refused(number, line.Length + 1, "']' is missing behind the section's name");
        string name = line[1..^1];
        return _sections.TryAdd(name, Place(number, 1)) ? name : throw Refused(number, 1, $"[{name}] is there a second time; the first is at {_sections[name].Position}");
    }

    private void AddEntry(string line, int number, string section)
    {
        if (char.IsWhiteSpace(line[0]))
            throw Refused(number, 1, "an indented line continues the value above it; begin it at the margin");
        int sign = line.AsSpan().IndexOfAny('=', ':');
        if (sign <= 0)
            throw Refused(number, 1, "this is neither a section nor 'key = value'");

        string key = line[..sign].TrimEnd();
        if (Find(section, key) is { } first)
            throw Refused(number, 1, $"{key} is there a second time; the first is at {first.KeyPlace.Position}");
        string value = line[(sign + 1)..].TrimStart();
        _entries.Add(new IniEntry(section, key, value, Place(number, 1), Place(number, line.Length - value.Length + 1)));
    }

    private OutcomeException Refused(int line, int column, string message) => new(OutcomeCatalogue.HostFileMalformed, new Remark(Place(line, column), message));

    private FilePlace Place(int line, int column) => new(_path, new TextPosition(line, column));
}
