using Xunit;

namespace Quiesce.Runtime.Tests.Configuration;

/// <summary>Every field of the host's JSON × absent, null, wrong type, below, at and above its limits, huge, duplicate, misspelt; with what its refusal says, or null where it is legal.</summary>
public sealed class ConfigurationTable : TheoryData<string, string?>
{
    public ConfigurationTable()
    {
        Add("\"comment\": 1", null);
        AddPluginName();
        AddLocation("preScriptLocation", "postScriptLocation");
        AddLocation("postScriptLocation", "preScriptLocation");
        AddParameters("preScriptParams", "preScriptParam");
        AddParameters("postScriptParams", "postScriptsParams");
        AddInteger("preScriptNoOfRetries", "preScriptNoOfRetry", lowest: 0, highest: int.MaxValue);
        AddInteger("postScriptNoOfRetries", "postScriptNumOfRetries", lowest: 0, highest: int.MaxValue);
        AddInteger("timeoutInSeconds", "timeoutInSecond", lowest: 1, highest: 1800);
        AddInteger("ScriptsExecutionPollTimeSeconds", "scriptsExecutionPollTimeSeconds", lowest: 1, highest: 5);
        AddBoolean("continueBackupOnFailure", "continueBackupOnFailur");
        AddBoolean("fsFreezeEnabled", "fsFreezeEnable");
    }

    private void AddPluginName()
    {
        Add("\"pluginName\": \"ScriptRunner\"", null);
        Add("\"pluginName\": \"scriptrunner\"", "must be \"ScriptRunner\"");
        Add("\"pluginName\": \"\"", "must be \"ScriptRunner\"");
        AddWrongTypes("pluginName", "a string", except: "a string");
        AddDuplicateAndMisspelt("pluginName", "plugInName", "\"ScriptRunner\"");
    }

    private void AddLocation(string name, string other)
    {
        string rest = $"\"{other}\": \"/s/other.sh\"";
        Add(rest, $"\"{name}\" is missing");
        Add($"{rest}, \"{name}\": \"/s/x.sh\"", null);
        Add($"{rest}, \"{name}\": \"\"", "is empty");
        Add($"{rest}, \"{name}\": \"x.sh\"", "must be an absolute path");
        Add($"{rest}, \"{name}\": \"./x.sh\"", "must be an absolute path");
        Add($"{rest}, \"{name}\": \"/s/\\u0000.sh\"", "NUL");
        Add($"{rest}, \"{name}\": \"/s/x.sh\", \"{name}\": \"/s/y.sh\"", "a second time");
        Add($"{rest}, \"{name}s\": \"/s/x.sh\"", $"did you mean \"{name}\"");
        Add($"{rest}, \"{name.ToUpperInvariant()}\": \"/s/x.sh\"", $"did you mean \"{name}\"");
        foreach ((string value, string kind) in s_values)
        {
            if (kind != "a string")
                Add($"{rest}, \"{name}\": {value}", $"\"{name}\" must be a string, not {kind}");
        }
    }

    private void AddParameters(string name, string misspelt)
    {
        Add($"\"{name}\": []", null);
        Add($"\"{name}\": [\"a\", \"\", \"'\\\"$(x)\"]", null);
        Add($"\"{name}\": [1]", "must be a string, not a number");
        Add($"\"{name}\": [null]", "must be a string, not null");
        Add($"\"{name}\": [[\"a\"]]", "must be a string, not an array");
        Add($"\"{name}\": [\"\\u0000\"]", "NUL");
        AddWrongTypes(name, "an array of strings", except: "an array");
        AddDuplicateAndMisspelt(name, misspelt, "[]");
    }

    private void AddInteger(string name, string misspelt, int lowest, int highest)
    {
        Add($"\"{name}\": {lowest}", null);
        Add($"\"{name}\": {lowest - 1}", "QSC");
        Add($"\"{name}\": -2147483648", "QSC");
        if (highest < int.MaxValue)
        {
            Add($"\"{name}\": {highest}", null);
            Add($"\"{name}\": {highest + 1}", "QSC");
        }

        Add($"\"{name}\": 2147483648", "must be an integer");
        Add($"\"{name}\": 1e99", "must be an integer");
        Add($"\"{name}\": 1.0", "must be an integer");
        Add($"\"{name}\": 2.9", "must be an integer");
        Add($"\"{name}\": \"2\"", "must be an integer, not a string");
        Add($"\"{name}\": 01", "/c.json:1:");
        AddWrongTypes(name, "an integer", except: "a number");
        AddDuplicateAndMisspelt(name, misspelt, "1");
    }

    private void AddBoolean(string name, string misspelt)
    {
        Add($"\"{name}\": true", null);
        Add($"\"{name}\": false", null);
        Add($"\"{name}\": \"false\"", "must be true or false, not a string");
        Add($"\"{name}\": 0", "must be true or false, not a number");
        Add($"\"{name}\": True", "/c.json:1:");
        AddWrongTypes(name, "true or false", except: "a boolean");
        AddDuplicateAndMisspelt(name, misspelt, "true");
    }

    private static readonly (string Value, string Kind)[] s_values =
        [("null", "null"), ("\"text\"", "a string"), ("7", "a number"), ("true", "a boolean"), ("[]", "an array"), ("{}", "an object")];

    private void AddWrongTypes(string name, string wanted, string except)
    {
        foreach ((string value, string kind) in s_values)
        {
            if (kind != except)
                Add($"\"{name}\": {value}", $"\"{name}\" must be {wanted}, not {kind}");
        }
    }

    private void AddDuplicateAndMisspelt(string name, string misspelt, string value)
    {
        Add($"\"{name}\": {value}, \"{name}\": {value}", "is there a second time");
        Add($"\"{misspelt}\": {value}", $"did you mean \"{name}\"");
        Add($"\"\\u{(int)name[0]:x4}{name[1..]}\": {value}", null);
    }
}
