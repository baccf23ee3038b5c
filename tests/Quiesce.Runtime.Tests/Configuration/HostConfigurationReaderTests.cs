using System;
using System.Linq;
using System.Text;
using Quiesce.Contract;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Configuration;
using Xunit;

namespace Quiesce.Runtime.Tests.Configuration;

public sealed class HostConfigurationReaderTests
{
    private const string Locations = "\"preScriptLocation\": \"/s/pre.sh\", \"postScriptLocation\": \"/s/post.sh\"";

    [Fact]
    public void What_is_not_said_takes_the_documented_default()
    {
        HostConfiguration config = Read("{" + Locations + "}");

        Assert.Equal(Limits.DefaultTimeoutInSeconds, config.Timeout.TotalSeconds);
        Assert.Equal(Limits.DefaultPollTimeInSeconds, config.PollTime.TotalSeconds);
        Assert.Equal(0, config.PreScriptRetries);
        Assert.True(config.ContinueBackupOnFailure);
        Assert.True(config.FsFreezeEnabled);
        Assert.Empty(config.Settings.PreScriptParams);
        Assert.Empty(config.Remarks);
    }

    [Fact]
    public void Every_setting_is_read()
    {
        HostConfiguration config = Read(
            """
            {
              "pluginName": "ScriptRunner",
              "preScriptLocation": "/s/pre.sh",
              "postScriptLocation": "/s/post.sh",
              "preScriptParams": ["a b", ""],
              "postScriptParams": ["c"],
              "preScriptNoOfRetries": 2,
              "postScriptNoOfRetries": 3,
              "timeoutInSeconds": 120,
              "continueBackupOnFailure": false,
              "fsFreezeEnabled": false,
              "ScriptsExecutionPollTimeSeconds": 1
            }
            """);

        Assert.Equal("/s/pre.sh", config.Settings.PreScriptLocation);
        Assert.Equal("/s/post.sh", config.Settings.PostScriptLocation);
        Assert.Equal(["a b", ""], config.Settings.PreScriptParams);
        Assert.Equal(["c"], config.Settings.PostScriptParams);
        Assert.Equal((2, 3), (config.PreScriptRetries, config.PostScriptRetries));
        Assert.Equal((120, 1), (config.Timeout.TotalSeconds, config.PollTime.TotalSeconds));
        Assert.False(config.ContinueBackupOnFailure);
        Assert.False(config.FsFreezeEnabled);
    }

    [Theory]
    [ClassData(typeof(ConfigurationTable))]
    public void Every_field_is_accepted_or_refused_as_the_contract_says(string field, SpoilingWay way, string members, string? refusal)
    {
        if (refusal is null)
            Read("{" + members + "}");
        else
            Assert.True(Refusal("{" + members + "}").Message.Contains(refusal, StringComparison.Ordinal), $"{field}, {way}");
    }

    [Fact]
    public void The_table_tries_every_field_in_every_way()
    {
        ITheoryDataRow[] rows = [.. new ConfigurationTable()];
        object?[][] cases = [.. rows.Select(row => row.GetData())];

        Assert.Empty(
            from field in ContractValidator.Fields
            from way in Enum.GetValues<SpoilingWay>()
            where way != SpoilingWay.Other && !cases.Any(one => (string)one[0]! == field && (SpoilingWay)one[1]! == way)
            select $"{field}, {way}");
        Assert.InRange(cases.DistinctBy(one => one[2]).Count(), 120, int.MaxValue);
    }

    [Theory]
    [InlineData("", "/c.json:1:1: ")]
    [InlineData("{", "/c.json:1:")]
    [InlineData("[]", "must be an object, not an array")]
    [InlineData("null", "must be an object, not null")]
    [InlineData("{\"preScriptLocation\": \"/a\",}", "trailing comma")]
    [InlineData("{} {}", "/c.json:1:4: ")]
    [InlineData("{ // why\n}", "/c.json:1:3: ")]
    [InlineData("{ 'preScriptLocation': 1 }", "/c.json:1:3: ")]
    [InlineData("{\"preScriptLocation\": \"\\ud800\"}", "not valid Unicode")]
    [InlineData("{\"preScriptLocation\": NaN}", "/c.json:1:23: ")]
    public void What_is_not_the_JSON_of_the_contract_is_refused_with_its_place(string text, string refusal) => Assert.Contains(refusal, Refusal(text).Message);

    [Fact]
    public void The_place_is_the_settings_own_line_and_column()
    {
        OutcomeException refusal = Refusal("{" + Locations + ",\n  \"timeoutInSeconds\": 1801\n}");

        Assert.StartsWith("/c.json:2:23: QSC1001: TimeoutInSeconds is 1801", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_count_characters_and_not_bytes() =>
        Assert.StartsWith("/c.json:1:17: ", Refusal("{ \"äöü\": \"äöü\", \"fsFreezeEnable\": 1 }").Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_setting_that_resembles_none_is_ignored_with_a_remark() =>
        Assert.Contains("\"comment\" is ignored", Assert.Single(Read("{" + Locations + ", \"comment\": {\"timeoutInSeconds\": [1]}}").Remarks).Text);

    [Fact]
    public void Of_many_unknown_settings_some_are_named_and_the_others_counted()
    {
        HostConfiguration config = Read("{" + Locations + string.Concat(Enumerable.Range(0, 25_000).Select(number => $", \"comment {number}\": {number}")) + "}");

        Assert.Equal(21, config.Remarks.Count);
        Assert.Contains("24980 more unknown settings are ignored", config.Remarks[^1].Text);
    }

    [Fact]
    public void A_byte_order_mark_is_refused() => Assert.Contains("byte-order mark", Refusal("\uFEFF{" + Locations + "}").Message);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_wherever_they_stand()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes("{" + Locations + ", \"note\": \""), 0xC3, 0x28, .. "\"}"u8];

        Assert.Contains("is not UTF-8", Assert.Throws<OutcomeException>(() => HostConfigurationReader.Read("/c.json", text)).Message);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused_unread() =>
        Assert.Contains("larger than", Refusal(new string(' ', HostConfigurationReader.MostBytes) + "{").Message);

    [Fact]
    public void Deep_nesting_ends_in_a_refusal_and_not_in_a_crash() =>
        Assert.Contains("depth", Refusal("{\"note\": " + new string('[', 100_000)).Message);

    private static HostConfiguration Read(string text) => HostConfigurationReader.Read("/c.json", Encoding.UTF8.GetBytes(text));

    private static OutcomeException Refusal(string text)
    {
        OutcomeException refusal = Assert.Throws<OutcomeException>(() => Read(text));
        Assert.Equal(305, refusal.Outcome.Number);
        Assert.Equal(OutcomeCatalogue.ConfigMalformed, refusal.Outcome);
        return refusal;
    }
}
