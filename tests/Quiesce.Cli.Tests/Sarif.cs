using System;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary>What SARIF 2.1.0 demands of the parts that are used, and forbids beside them: its schema allows no further members.</summary>
internal static class Sarif
{
    private static readonly string[] s_levels = ["none", "note", "warning", "error"];

    /// <returns>The only run.</returns>
    public static JsonElement RequireValid(JsonElement log)
    {
        RequireMembers(log, required: ["$schema", "version", "runs"]);
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        JsonElement run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        RequireMembers(run, required: ["tool", "columnKind", "results"]);
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());

        JsonElement driver = run.GetProperty("tool").GetProperty("driver");
        RequireMembers(driver, required: ["name", "informationUri", "version", "rules"]);
        JsonElement[] rules = [.. driver.GetProperty("rules").EnumerateArray()];
        Assert.Distinct(rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, RequireRule);
        Assert.All(run.GetProperty("results").EnumerateArray(), result => RequireResult(result, rules));
        return run;
    }

    private static void RequireRule(JsonElement rule)
    {
        RequireMembers(rule, required: ["id", "shortDescription", "defaultConfiguration"], optional: ["name", "help", "helpUri"]);
        RequireMembers(rule.GetProperty("shortDescription"), required: ["text"]);
        RequireMembers(rule.GetProperty("defaultConfiguration"), required: ["level"]);
        Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), s_levels);
        if (rule.TryGetProperty("helpUri", out JsonElement page))
            Assert.True(Uri.IsWellFormedUriString(page.GetString(), UriKind.Absolute));
    }

    private static void RequireResult(JsonElement result, JsonElement[] rules)
    {
        RequireMembers(result, required: ["ruleId", "ruleIndex", "level", "message", "locations"]);
        Assert.Equal(rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
        Assert.Contains(result.GetProperty("level").GetString(), s_levels);
        RequireMembers(result.GetProperty("message"), required: ["text"]);
        JsonElement place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
        RequireMembers(place, required: ["artifactLocation"], optional: ["region"]);
        Assert.Matches("^file://(/([A-Za-z0-9._~-]|%[0-9A-F]{2})+)+$", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        if (place.TryGetProperty("region", out JsonElement region))
            Assert.All(region.EnumerateObject(), member => Assert.True(member.Value.GetInt32() > 0));
    }

    private static void RequireMembers(JsonElement json, string[] required, params string[] optional)
    {
        string[] members = [.. json.EnumerateObject().Select(member => member.Name)];
        Assert.Subset(required.Concat(optional).ToHashSet(), members.ToHashSet());
        Assert.Subset(members.ToHashSet(), required.ToHashSet());
    }
}
