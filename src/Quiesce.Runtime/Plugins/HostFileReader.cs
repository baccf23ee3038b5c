using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Plugins;

/// <summary>
/// Reads the host's own configuration, for a run and for <c>quiesce validate</c> alike. Azure's host replaces what it cannot read by defaults, and runs nothing – yet claims application
/// consistency – where no plugin is named; here either is an error.
/// </summary>
internal sealed class HostFileReader
{
    private const string Section = "pre_post";
    private const string Timeout = "timeoutInSeconds";
    private const string NumberOfPlugins = "numberOfPlugins";
    private const string PluginName = "pluginName";
    private const string PluginPath = "pluginPath";
    private const string PluginConfigPath = "pluginConfigPath";

    private readonly IniFile _file;
    private readonly Findings _findings;
    private readonly List<HostPlugin> _plugins = [];

    private HostFileReader(IniFile file, Findings findings)
    {
        _file = file;
        _findings = findings;
    }

    /// <summary>Reads as much as can be understood; whoever executes it must refuse what has errors among its findings.</summary>
    public static HostFile Read(IniFile file, Findings findings)
    {
        var reader = new HostFileReader(file, findings);
        return new HostFile(reader.ReadSection(), reader._plugins);
    }

    /// <summary>What the file names, whoever owns it and whatever else is wrong with it; none where it cannot be read. To examine or to name them, never for a run.</summary>
    public static IReadOnlyList<HostPlugin> PluginsOf(string path)
    {
        try
        {
            return Read(new IniFile(path, FoundFile.Read(path, FileRole.HostFile, IniFile.MostBytes).Content), new Findings()).Plugins;
        }
        catch (OutcomeException)
        {
            return [];
        }
    }

    private TimeSpan? ReadSection()
    {
        if (_file.PlaceOfSection(Section) is not { } section)
        {
            Add(_file.Start, $"there is no section [{Section}]; the host would run no script and still claim application consistency");
            return null;
        }

        int? timeout = _file.Find(Section, Timeout) is { } entry ? Integer(entry, Limits.MinTimeoutInSeconds, Limits.MaxTimeoutInSeconds) : null;
        if (_file.Find(Section, NumberOfPlugins) is not { } number)
            Add(section, $"{NumberOfPlugins} is missing; the host would run no script and still claim application consistency");
        else if (Integer(number, 1, int.MaxValue) is { } count)
            ReadPlugins(number, count);
        NoteUnknownKeys();
        return timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private void ReadPlugins(IniEntry number, int count)
    {
        // No more than the file can have lines: a huge number is one mistake, not as many as it says.
        int written = _file.EntriesOf(Section).Count(entry => IndexOf(entry, PluginConfigPath) is not null);
        if (count > written)
            Add(number.ValuePlace, $"{NumberOfPlugins} is {count}, and {written} {PluginConfigPath} are there");
        foreach (IniEntry entry in _file.EntriesOf(Section))
        {
            if (PluginIndexOf(entry) is { } index && index >= count)
                Add(entry.KeyPlace, $"{entry.Key} is never read: {NumberOfPlugins} is {count}, and plugins are counted from 0");
        }

        for (int index = 0; index < Math.Min(count, written); index++)
            ReadPlugin(index, number);
    }

    private void ReadPlugin(int index, IniEntry number)
    {
        IniEntry? name = Required(PluginName, index, number);
        if (name is { Value: "" })
            Add(name.ValuePlace, $"{name.Key} is empty");
        if (Required(PluginPath, index, number) is { } folder)
            RequirePath(folder);
        if (Required(PluginConfigPath, index, number) is { } config && RequirePath(config))
            _plugins.Add(new HostPlugin(name?.Value ?? "", config));
    }

    private IniEntry? Required(string key, int index, IniEntry number)
    {
        IniEntry? entry = _file.Find(Section, key + index.ToString(CultureInfo.InvariantCulture));
        if (entry is null)
            Add(number.ValuePlace, $"{key}{index} is missing; {NumberOfPlugins} is {number.Value}");
        return entry;
    }

    private bool RequirePath(IniEntry entry)
    {
        bool isAbsolute = PathText.IsAbsolute(entry.Value);
        if (!isAbsolute)
            Add(entry.ValuePlace, $"{entry.Key} is '{entry.Value}'; it must be an absolute path, starting with '/'");
        return isAbsolute;
    }

    private int? Integer(IniEntry entry, int lowest, int highest)
    {
        if (entry.IntegerBetween(lowest, highest) is { } value)
            return value;
        Add(entry.ValuePlace, $"{entry.Key} is '{entry.Value}'; it must be an integer {(highest == int.MaxValue ? $"of {lowest} or more" : $"from {lowest} to {highest}")}");
        return null;
    }

    private void NoteUnknownKeys()
    {
        foreach (IniEntry entry in _file.EntriesOf(Section))
        {
            if (PluginIndexOf(entry) is null && !Is(entry, Timeout) && !Is(entry, NumberOfPlugins))
                _findings.Add(OutcomeCatalogue.HostFileMalformed, new Remark(entry.KeyPlace, $"{entry.Key} is no setting of the host, and is ignored"), RuleSeverity.Warning);
        }
    }

    private static bool Is(IniEntry entry, string key) => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    private static int? PluginIndexOf(IniEntry entry) => IndexOf(entry, PluginConfigPath) ?? IndexOf(entry, PluginName) ?? IndexOf(entry, PluginPath);

    private static int? IndexOf(IniEntry entry, string prefix) =>
        entry.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && int.TryParse(entry.Key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : null;

    private void Add(FilePlace place, string message) => _findings.Add(OutcomeCatalogue.HostFileMalformed, new Remark(place, message));
}
