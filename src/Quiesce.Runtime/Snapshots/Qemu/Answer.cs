using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Unicode;

namespace Quiesce.Runtime.Snapshots.Qemu;

/// <summary>
/// What the other side of a socket said, or a part of it. Whoever answers there need not be QEMU, and need not be well: a value that is missing, or is not what it should be, ends in a
/// sentence that names it.
/// </summary>
internal readonly struct Answer
{
    /// <summary>Enough to recognise what answered instead.</summary>
    private const int MostCharactersShown = 80;

    private readonly JsonElement _value;
    private readonly string _name;

    private Answer(JsonElement value, string name) => (_value, _name) = (value, name);

    public string Text => TryText() ?? throw Unlike("a text");

    public long Number => _value.ValueKind == JsonValueKind.Number && _value.TryGetInt64(out long number) ? number : throw Unlike("a whole number");

    public bool IsTrue => _value.ValueKind == JsonValueKind.True;

    public IReadOnlyList<Answer> Items
    {
        get
        {
            string list = _name;
            return _value.ValueKind == JsonValueKind.Array ? [.. _value.EnumerateArray().Select((item, index) => new Answer(item, $"{list}[{index}]"))] : throw Unlike("a list");
        }
    }

    public Answer this[string member] => Find(member) ?? throw Unlike($"an object with '{member}'");

    /// <returns><see langword="null"/> for what is no JSON.</returns>
    public static Answer? Parse(byte[] line, string name)
    {
        try
        {
            return Utf8.IsValid(line) ? new Answer(JsonDocument.Parse(line).RootElement, name) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool Is(string text) => TryText() == text;

    /// <summary>The same value, told of by another name.</summary>
    public Answer Called(string name) => new(_value, name);

    public Answer? Find(string member)
    {
        try
        {
            return _value.ValueKind == JsonValueKind.Object && _value.TryGetProperty(member, out JsonElement found) ? new Answer(found, $"{_name}.{member}") : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in another member's name.
            return null;
        }
    }

    private string? TryText()
    {
        try
        {
            return _value.ValueKind == JsonValueKind.String ? _value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }

    private SnapshotException Unlike(string expected)
    {
        string raw = _value.GetRawText();
        return new SnapshotException($"{_name} is not {expected} but {(raw.Length <= MostCharactersShown ? raw : raw[..MostCharactersShown] + "…")}: what answers there does not speak QMP as QEMU does");
    }
}
