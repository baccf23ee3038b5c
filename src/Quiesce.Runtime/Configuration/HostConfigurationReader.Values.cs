using System;
using System.Collections.Generic;
using System.Text.Json;
using Quiesce.Contract;
using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Configuration;

internal sealed partial class HostConfigurationReader
{
    private static readonly string[] s_names =
    [
        "pluginName", "preScriptLocation", "postScriptLocation", "preScriptParams", "postScriptParams", "preScriptNoOfRetries", "postScriptNoOfRetries",
        "timeoutInSeconds", "continueBackupOnFailure", "fsFreezeEnabled", "ScriptsExecutionPollTimeSeconds",
    ];

    private void ReadValue(ref Utf8JsonReader json, string name)
    {
        switch (name)
        {
            case "pluginName": RequirePluginName(ref json); break;
            case "preScriptLocation": _settings = _settings with { PreScriptLocation = Path(ref json, name) }; break;
            case "postScriptLocation": _settings = _settings with { PostScriptLocation = Path(ref json, name) }; break;
            case "preScriptParams": _settings = _settings with { PreScriptParams = Strings(ref json, name) }; break;
            case "postScriptParams": _settings = _settings with { PostScriptParams = Strings(ref json, name) }; break;
            case "preScriptNoOfRetries": _settings = _settings with { PreScriptNoOfRetries = Integer(ref json, name) }; break;
            case "postScriptNoOfRetries": _settings = _settings with { PostScriptNoOfRetries = Integer(ref json, name) }; break;
            case "timeoutInSeconds": _settings = _settings with { TimeoutInSeconds = Integer(ref json, name) }; break;
            case "continueBackupOnFailure": _settings = _settings with { ContinueBackupOnFailure = Boolean(ref json, name) }; break;
            case "fsFreezeEnabled": _settings = _settings with { FsFreezeEnabled = Boolean(ref json, name) }; break;
            case "ScriptsExecutionPollTimeSeconds": _settings = _settings with { ScriptsExecutionPollTimeSeconds = Integer(ref json, name) }; break;
            default: json.Skip(); break;
        }
    }

    private void RequirePluginName(ref Utf8JsonReader json)
    {
        string name = String(ref json, "pluginName");
        if (name != Limits.PluginName)
            throw Refused(PositionOf(json), $"\"pluginName\" is \"{name}\"; it must be \"{Limits.PluginName}\"");
    }

    private string Path(ref Utf8JsonReader json, string name)
    {
        string path = String(ref json, name);
        return path.Length > 0 ? path : throw Refused(PositionOf(json), $"\"{name}\" is empty");
    }

    private string String(ref Utf8JsonReader json, string name)
    {
        RequireType(json, name, "a string", json.TokenType == JsonTokenType.String);
        string text = Text(ref json);
        return text.Contains('\0', StringComparison.Ordinal) ? throw Refused(PositionOf(json), $"\"{name}\" contains a NUL character, which no path or parameter can") : text;
    }

    private EquatableArray<string> Strings(ref Utf8JsonReader json, string name)
    {
        RequireType(json, name, "an array of strings", json.TokenType == JsonTokenType.StartArray);
        List<string> strings = [];
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            strings.Add(String(ref json, name));
        return strings.ToArray();
    }

    private int Integer(ref Utf8JsonReader json, string name)
    {
        RequireType(json, name, "an integer", json.TokenType == JsonTokenType.Number);
        return json.TryGetInt32(out int value) ? value : throw Refused(PositionOf(json), $"\"{name}\" must be an integer without fraction or exponent, and not that large");
    }

    private bool Boolean(ref Utf8JsonReader json, string name)
    {
        RequireType(json, name, "true or false", json.TokenType is JsonTokenType.True or JsonTokenType.False);
        return json.GetBoolean();
    }

    private void RequireType(in Utf8JsonReader json, string name, string wanted, bool matches)
    {
        if (!matches)
            throw Refused(PositionOf(json), $"\"{name}\" must be {wanted}, not {Named(json.TokenType)}");
    }

    private string Text(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Refused(PositionOf(json), "the text is not valid Unicode");
        }
    }

    private static string Named(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };
}
