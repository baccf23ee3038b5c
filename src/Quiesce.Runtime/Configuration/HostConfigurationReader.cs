using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;

namespace Quiesce.Runtime.Configuration;

/// <summary>
/// Reads the host's JSON strictly: what another host would guess at, round, split or ignore is refused here with its place, and no script runs.
/// </summary>
internal sealed partial class HostConfigurationReader
{
    /// <summary>A configuration has some ten lines; a larger file is something else.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>A file may have tens of thousands of settings that nobody knows: so many are named, the others counted.</summary>
    private const int MostUnknownNamed = 20;

    private static readonly JsonReaderOptions s_strict = new() { AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    private readonly string _path;
    private readonly byte[] _text;
    /// <summary>Where each name stands. A position is looked for only where one is told of: that walks the text.</summary>
    private readonly Dictionary<string, long> _offsets = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Remark> _remarks = [];
    private int _unknown;
    private HostSettings _settings = new();

    private HostConfigurationReader(string path, byte[] text)
    {
        _path = path;
        _text = text;
    }

    /// <summary>Reads a configuration that is to be executed: one that breaks a rule is refused.</summary>
    /// <param name="path">The file's name, for messages.</param>
    /// <param name="text">The file's content.</param>
    public static HostConfiguration Read(string path, byte[] text) => WithoutBrokenRules(Parse(path, text));

    /// <summary>Reads a configuration as it is, for somebody who judges it by the rules himself.</summary>
    /// <inheritdoc cref="Read(string, byte[])"/>
    public static HostConfiguration Parse(string path, byte[] text) => new HostConfigurationReader(path, text).Parse();

    private HostConfiguration Parse()
    {
        if (_text.Length > MostBytes)
            throw Refused(new TextPosition(1, 1), $"the file is larger than {MostBytes} bytes");
        if (_text.AsSpan().StartsWith("\uFEFF"u8))
            throw Refused(new TextPosition(1, 1), "the file starts with a byte-order mark; save it as UTF-8 without one");
        RefuseWhatIsNotUtf8();

        try
        {
            var json = new Utf8JsonReader(_text, s_strict);
            ReadObject(ref json);
        }
        catch (JsonException malformed)
        {
            throw Refused(malformed.PositionIn(_text), malformed.MessageWithoutPosition);
        }

        RefuseWhatIsMissing();
        return new HostConfiguration { Settings = _settings, Remarks = _remarks, Places = new JsonPlaces(_path, _text) };
    }

    /// <summary>The reader itself looks only at the texts that are asked for; another host's may stumble over any.</summary>
    private void RefuseWhatIsNotUtf8()
    {
        for (int offset = 0, length; offset < _text.Length; offset += length)
        {
            if (Rune.DecodeFromUtf8(_text.AsSpan(offset), out _, out length) != OperationStatus.Done)
                throw Refused(TextPosition.OfByte(_text, offset), "the text is not UTF-8");
        }
    }

    private void ReadObject(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
            throw Refused(PositionOf(json), $"the configuration must be an object, not {Named(json.TokenType)}");

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            long offset = json.TokenStartIndex;
            string name = Text(ref json);
            RefuseIfMisspelt(offset, name);
            if (!_offsets.TryAdd(name, offset))
                throw Refused(PositionOf(offset), $"\"{name}\" is there a second time; the first is at {PositionOf(_offsets[name])}");

            json.Read();
            ReadValue(ref json, name);
        }

        if (_unknown > MostUnknownNamed)
            _remarks.Add(new Remark(new FilePlace(_path, new TextPosition(1, 1)), $"{_unknown - MostUnknownNamed} more unknown settings are ignored, as on the host"));
        while (json.Read())
        {
            // Nothing may follow the object: the reader itself says so.
        }
    }

    private void RefuseIfMisspelt(long offset, string name)
    {
        if (s_names.Contains(name))
            return;
        if (NearestName.Of(name, s_names) is { } meant)
            throw Refused(PositionOf(offset), $"unknown setting \"{name}\"; did you mean \"{meant}\"?");
        if (++_unknown <= MostUnknownNamed)
            _remarks.Add(new Remark(new FilePlace(_path, PositionOf(offset)), $"unknown setting \"{name}\" is ignored, as on the host"));
    }

    private void RefuseWhatIsMissing()
    {
        TextPosition end = TextPosition.OfByte(_text, _text.Length);
        if (_settings.PreScriptLocation is null)
            throw Refused(end, "\"preScriptLocation\" is missing");
        if (_settings.PostScriptLocation is null)
            throw Refused(end, "\"postScriptLocation\" is missing");
    }

    /// <summary>The same rules that judge the profile in the IDE. All that is wrong is said at once.</summary>
    private static HostConfiguration WithoutBrokenRules(HostConfiguration config)
    {
        var places = new SettingPlaces(config.Places, manifest: null);
        ILookup<bool, Remark> byError = RuleTable.CheckHostSettings(config.ToSpec())
            .ToLookup(violation => violation.Rule.Severity == RuleSeverity.Error, violation => new Remark(places.Of(violation), $"{violation.Rule.Id}: {violation.Message}"));
        return byError[true].Any()
            ? throw new OutcomeException(OutcomeCatalogue.ConfigMalformed, string.Join("\n", byError[true]))
            : config with { Remarks = [.. config.Remarks, .. byError[false]] };
    }

    private OutcomeException Refused(TextPosition position, string message) => new(OutcomeCatalogue.ConfigMalformed, new Remark(new FilePlace(_path, position), message));

    private TextPosition PositionOf(in Utf8JsonReader json) => PositionOf(json.TokenStartIndex);

    private TextPosition PositionOf(long offset) => TextPosition.OfByte(_text, offset);
}
