using System.Text.Json;
using Xunit;

/// <summary>The host's JSON, field by field: what the backup of these machines depends on.</summary>
public class WhatTheHostReads
{
    private readonly JsonElement _config = JsonDocument.Parse(WebShop.ConfigJson).RootElement;

    [Fact]
    public void A_script_may_take_two_minutes() => Assert.Equal(120, _config.GetProperty("timeoutInSeconds").GetInt32());

    [Fact]
    public void A_failed_pre_script_fails_the_backup() => Assert.False(_config.GetProperty("continueBackupOnFailure").GetBoolean());

    [Fact]
    public void File_systems_are_frozen() => Assert.True(_config.GetProperty("fsFreezeEnabled").GetBoolean());

    [Fact]
    public void The_host_looks_every_second() => Assert.Equal(1, _config.GetProperty("ScriptsExecutionPollTimeSeconds").GetInt32());

    [Fact]
    public void A_failed_post_script_is_tried_three_more_times() => Assert.Equal(3, _config.GetProperty("postScriptNoOfRetries").GetInt32());

    [Fact]
    public void A_failed_pre_script_is_not_tried_again() => Assert.Equal(0, _config.GetProperty("preScriptNoOfRetries").GetInt32());

    [Theory]
    [InlineData("preScriptLocation", "/pre.sh")]
    [InlineData("postScriptLocation", "/post.sh")]
    public void Each_script_is_where_the_installation_puts_it(string field, string file)
    {
        var path = _config.GetProperty(field).GetString();
        Assert.StartsWith("/usr/local/lib/quiesce/web-shop/", path);
        Assert.EndsWith(file, path);
    }
}
