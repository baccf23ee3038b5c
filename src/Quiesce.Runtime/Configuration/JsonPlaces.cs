using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Quiesce.Runtime.Configuration;

/// <summary>Where every value of a JSON file stands, by its pointer (RFC 6901): <c>/engines/0/mounts/1</c>.</summary>
internal sealed class JsonPlaces
{
    private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly byte[] _text;

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public JsonPlaces(string path, byte[] text)
    {
        _path = path;
        _text = text;
        var json = new Utf8JsonReader(text);
        json.Read();
        Enter(ref json, "");
    }

    /// <summary>The file as a whole.</summary>
    public FilePlace Start => new(_path, new TextPosition(1, 1));

    /// <summary>Members of a name that their object already had: which of two values counts, readers do not agree on.</summary>
    public List<string> Repeated { get; } = [];

    public bool Has(string pointer) => _offsets.ContainsKey(pointer);

    /// <param name="pointer">One that <see cref="Has"/> knows.</param>
    /// <param name="character">Which character of the value, when it is a text and not all of it is meant.</param>
    public FilePlace Of(string pointer, int? character = null)
    {
        int offset = _offsets[pointer];
        if (character is { } index)
            offset += JsonStringOffset.OfCharacter(_text.AsSpan(offset), index);
        return new FilePlace(_path, TextPosition.OfByte(_text, offset));
    }

    private void Enter(ref Utf8JsonReader json, string pointer)
    {
        if (!_offsets.TryAdd(pointer, (int)json.TokenStartIndex))
            Repeated.Add(pointer);
        if (json.TokenType == JsonTokenType.StartObject)
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                string member = pointer + "/" + NameOf(json).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
                json.Read();
                Enter(ref json, member);
            }
        }
        else if (json.TokenType == JsonTokenType.StartArray)
        {
            for (int index = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; index++)
                Enter(ref json, pointer + "/" + index.ToString(CultureInfo.InvariantCulture));
        }
    }

    // Half a surrogate pair is JSON, but no Unicode; whoever asks for such a name gets no answer.
    private static string NameOf(in Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(json.ValueSpan);
        }
    }
}
