using System.Linq;
using System.Text.Json;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Xunit;

namespace Quiesce.Contract.Tests.Artifacts;

public sealed class ConfigJsonTests
{
    [Fact]
    public void Every_field_of_the_host_is_stated_under_its_own_name()
    {
        using var json = JsonDocument.Parse(ConfigJsonCompiler.Compile(SampleProfiles.WebShop.Host, "/opt/pre.sh", "/opt/post.sh"));
        var root = json.RootElement;

        Assert.Equal(
            [
                "pluginName", "preScriptLocation", "postScriptLocation", "preScriptParams", "postScriptParams", "preScriptNoOfRetries", "postScriptNoOfRetries",
                "timeoutInSeconds", "continueBackupOnFailure", "fsFreezeEnabled", "ScriptsExecutionPollTimeSeconds",
            ],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("ScriptRunner", root.GetProperty("pluginName").GetString());
        Assert.Equal("/opt/pre.sh", root.GetProperty("preScriptLocation").GetString());
        Assert.Equal("/opt/post.sh", root.GetProperty("postScriptLocation").GetString());
        Assert.Equal(0, root.GetProperty("preScriptNoOfRetries").GetInt32());
        Assert.Equal(3, root.GetProperty("postScriptNoOfRetries").GetInt32());
        Assert.Equal(120, root.GetProperty("timeoutInSeconds").GetInt32());
        Assert.False(root.GetProperty("continueBackupOnFailure").GetBoolean());
        Assert.True(root.GetProperty("fsFreezeEnabled").GetBoolean());
        Assert.Equal(1, root.GetProperty("ScriptsExecutionPollTimeSeconds").GetInt32());
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("quote \" backslash \\ slash /")]
    [InlineData("line\nbreak\ttab\rreturn\u0001\u007f")]
    [InlineData("å漢字🐘")]
    [InlineData("")]
    public void A_parameter_comes_back_as_it_was(string parameter)
    {
        var host = SampleProfiles.WebShop.Host with { PreScriptParams = (string[])["first", parameter] };

        using var json = JsonDocument.Parse(ConfigJsonCompiler.Compile(host, "/pre", "/post"));

        Assert.Equal(["first", parameter], json.RootElement.GetProperty("preScriptParams").EnumerateArray().Select(item => item.GetString()));
        Assert.Empty(json.RootElement.GetProperty("postScriptParams").EnumerateArray());
    }
}
