using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Unicode;

namespace Quiesce.Runtime.Tests.Configuration;

/// <summary>
/// What the contract's table says of a configuration, written down a second time and with nothing of the code under test: no reader, no limits, no rules. It is allowed to be laxer than they
/// are – it knows no misspelt names and no unsafe folders – and never stricter.
/// </summary>
internal static class ContractValidator
{
    private static readonly Dictionary<string, Func<JsonElement, bool>> s_fields = new(StringComparer.Ordinal)
    {
        ["pluginName"] = value => value.ValueKind == JsonValueKind.String && value.GetString() == "ScriptRunner",
        ["preScriptLocation"] = IsPath,
        ["postScriptLocation"] = IsPath,
        ["preScriptParams"] = IsListOfTexts,
        ["postScriptParams"] = IsListOfTexts,
        ["preScriptNoOfRetries"] = value => IsInteger(value, 0, int.MaxValue),
        ["postScriptNoOfRetries"] = value => IsInteger(value, 0, int.MaxValue),
        ["timeoutInSeconds"] = value => IsInteger(value, 1, 1800),
        ["continueBackupOnFailure"] = value => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        ["fsFreezeEnabled"] = value => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        ["ScriptsExecutionPollTimeSeconds"] = value => IsInteger(value, 1, 5),
    };

    public static IEnumerable<string> Fields => s_fields.Keys;

    public static bool Accepts(byte[] text)
    {
        if (!Utf8.IsValid(text))
            return false;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && IsConfiguration([.. document.RootElement.EnumerateObject()]);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsConfiguration(JsonProperty[] members) =>
        members.DistinctBy(member => member.Name, StringComparer.OrdinalIgnoreCase).Count() == members.Length
        && members.Any(member => member.Name == "preScriptLocation")
        && members.Any(member => member.Name == "postScriptLocation")
        && members.All(member => !s_fields.TryGetValue(member.Name, out Func<JsonElement, bool>? isLegal) || isLegal(member.Value));

    private static bool IsPath(JsonElement value) => IsText(value) && value.GetString()!.StartsWith('/');

    private static bool IsListOfTexts(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsText);

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String && !value.GetString()!.Contains('\0', StringComparison.Ordinal);

    /// <summary>By its digits: neither 1.0 nor 1e0 is one.</summary>
    private static bool IsInteger(JsonElement value, long lowest, long highest) =>
        value.ValueKind == JsonValueKind.Number && value.GetRawText().All(character => char.IsAsciiDigit(character) || character == '-')
        && value.TryGetInt64(out long number) && number >= lowest && number <= highest;
}
