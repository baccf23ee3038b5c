using System;
using System.Linq;
using Xunit;

namespace Quiesce.Runtime.Tests.Configuration;

/// <summary>Every field of the host's JSON in every <see cref="SpoilingWay"/>: the object's members, and what their refusal says, or null where they are legal.</summary>
public sealed class ConfigurationTable : TheoryData<string, SpoilingWay, string, string?>
{
    /// <summary>What no configuration can do without.</summary>
    private const string Locations = "\"preScriptLocation\": \"/s/pre.sh\", \"postScriptLocation\": \"/s/post.sh\"";

    private static readonly (string Value, string Kind)[] s_values =
        [("null", "null"), ("\"text\"", "a string"), ("7", "a number"), ("true", "a boolean"), ("[]", "an array"), ("{}", "an object")];

    public ConfigurationTable()
    {
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

    /// <summary>The bounds of a text that must be one certain text: a little less of it, itself, and a little more.</summary>
    private void AddPluginName()
    {
        const string Name = "pluginName";
        AddOptional(Name, "plugInName", "\"ScriptRunner\"", "a string", except: "a string");
        AddValue(Name, SpoilingWay.Below, "\"ScriptRunne\"", "must be \"ScriptRunner\"");
        AddValue(Name, SpoilingWay.At, "\"ScriptRunner\"", null);
        AddValue(Name, SpoilingWay.Above, "\"ScriptRunner2\"", "must be \"ScriptRunner\"");
        AddValue(Name, SpoilingWay.Huge, Text(100_000), "must be \"ScriptRunner\"");
        AddValue(Name, SpoilingWay.Other, "\"scriptrunner\"", "must be \"ScriptRunner\"");
        AddValue(Name, SpoilingWay.Other, "\"\"", "must be \"ScriptRunner\"");
    }

    /// <summary>The bounds of a path are Linux's: one character at least, 4095 at most. That there is no file with a longer one, only Linux says.</summary>
    private void AddLocation(string name, string other)
    {
        string rest = $"\"{other}\": \"/s/other.sh\"";
        Add(name, SpoilingWay.Absent, rest, $"\"{name}\" is missing");
        AddBeside(rest, name, SpoilingWay.Below, "\"\"", "is empty");
        AddBeside(rest, name, SpoilingWay.At, "\"/s/x.sh\"", null);
        AddBeside(rest, name, SpoilingWay.At, Text(4095), null);
        AddBeside(rest, name, SpoilingWay.Above, Text(4096), null);
        AddBeside(rest, name, SpoilingWay.Huge, Text(100_000), null);
        AddBeside(rest, name, SpoilingWay.Other, "\"x.sh\"", "must be an absolute path");
        AddBeside(rest, name, SpoilingWay.Other, "\"./x.sh\"", "must be an absolute path");
        AddBeside(rest, name, SpoilingWay.Other, "\"/s/\\u0000.sh\"", "NUL");
        Add(name, SpoilingWay.Duplicate, $"{rest}, \"{name}\": \"/s/x.sh\", \"{name}\": \"/s/y.sh\"", "a second time");
        Add(name, SpoilingWay.Misspelt, $"{rest}, \"{name}s\": \"/s/x.sh\"", $"did you mean \"{name}\"");
        Add(name, SpoilingWay.Misspelt, $"{rest}, \"{name.ToUpperInvariant()}\": \"/s/x.sh\"", $"did you mean \"{name}\"");
        AddOtherTypes(rest, name, "a string", except: "a string");
    }

    /// <summary>The least list is the empty one; below it is what is no list, and above it a list of what is no parameter.</summary>
    private void AddParameters(string name, string misspelt)
    {
        AddOptional(name, misspelt, "[]", "an array of strings", except: "an array");
        AddValue(name, SpoilingWay.Below, "\"\"", "must be an array of strings, not a string");
        AddValue(name, SpoilingWay.At, "[]", null);
        AddValue(name, SpoilingWay.At, "[\"a\", \"\", \"'\\\"$(x)\"]", null);
        AddValue(name, SpoilingWay.Above, "[[\"a\"]]", "must be a string, not an array");
        AddValue(name, SpoilingWay.Huge, $"[{string.Join(',', Enumerable.Repeat("\"a\"", 100_000))}]", null);
        AddValue(name, SpoilingWay.Other, "[1]", "must be a string, not a number");
        AddValue(name, SpoilingWay.Other, "[null]", "must be a string, not null");
        AddValue(name, SpoilingWay.Other, "[\"\\u0000\"]", "NUL");
    }

    private void AddInteger(string name, string misspelt, int lowest, int highest)
    {
        AddOptional(name, misspelt, "1", "an integer", except: "a number");
        AddValue(name, SpoilingWay.Below, $"{lowest - 1}", "QSC");
        AddValue(name, SpoilingWay.At, $"{lowest}", null);
        AddValue(name, SpoilingWay.At, $"{highest}", null);
        AddValue(name, SpoilingWay.Above, $"{highest + 1L}", highest == int.MaxValue ? "must be an integer" : "QSC");
        AddValue(name, SpoilingWay.Huge, "-2147483648", "QSC");
        AddValue(name, SpoilingWay.Huge, "2147483648", "must be an integer");
        AddValue(name, SpoilingWay.Huge, "1e99", "must be an integer");
        AddValue(name, SpoilingWay.Huge, new string('9', 100_000), "must be an integer");
        AddValue(name, SpoilingWay.Other, "1.0", "must be an integer");
        AddValue(name, SpoilingWay.Other, "2.9", "must be an integer");
        AddValue(name, SpoilingWay.Other, "\"2\"", "must be an integer, not a string");
        AddValue(name, SpoilingWay.Other, "01", "/c.json:1:");
    }

    /// <summary>What passes for true and false elsewhere: the numbers 0 and 1, and what lies around them.</summary>
    private void AddBoolean(string name, string misspelt)
    {
        AddOptional(name, misspelt, "true", "true or false", except: "a boolean");
        AddValue(name, SpoilingWay.Below, "-1", "must be true or false, not a number");
        AddValue(name, SpoilingWay.At, "true", null);
        AddValue(name, SpoilingWay.At, "false", null);
        AddValue(name, SpoilingWay.Above, "2", "must be true or false, not a number");
        AddValue(name, SpoilingWay.Huge, "1e99", "must be true or false, not a number");
        AddValue(name, SpoilingWay.Other, "\"false\"", "must be true or false, not a string");
        AddValue(name, SpoilingWay.Other, "0", "must be true or false, not a number");
        AddValue(name, SpoilingWay.Other, "True", "/c.json:1:");
    }

    private void AddOptional(string name, string misspelt, string value, string wanted, string except)
    {
        Add(name, SpoilingWay.Absent, Locations, null);
        Add(name, SpoilingWay.Duplicate, $"{Locations}, \"{name}\": {value}, \"{name}\": {value}", "is there a second time");
        Add(name, SpoilingWay.Misspelt, $"{Locations}, \"{misspelt}\": {value}", $"did you mean \"{name}\"");
        AddOtherTypes(Locations, name, wanted, except);
        // The same name, escaped.
        Add(name, SpoilingWay.Other, $"{Locations}, \"\\u{(int)name[0]:x4}{name[1..]}\": {value}", null);
    }

    private void AddOtherTypes(string rest, string name, string wanted, string except)
    {
        foreach ((string value, string kind) in s_values)
        {
            if (kind != except)
                AddBeside(rest, name, kind == "null" ? SpoilingWay.Null : SpoilingWay.WrongType, value, $"\"{name}\" must be {wanted}, not {kind}");
        }
    }

    private void AddValue(string name, SpoilingWay way, string value, string? refusal) => AddBeside(Locations, name, way, value, refusal);

    private void AddBeside(string rest, string name, SpoilingWay way, string value, string? refusal) => Add(name, way, $"{rest}, \"{name}\": {value}", refusal);

    private static string Text(int length) => $"\"/{new string('x', length - 1)}\"";
}
