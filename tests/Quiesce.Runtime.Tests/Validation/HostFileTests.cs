using System;
using System.IO;
using System.Linq;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Validation;
using Xunit;

namespace Quiesce.Runtime.Tests.Validation;

public sealed class HostFileTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public HostFileTests() => Privileges.RequireRoot();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "1:1: error 304: IncorrectPluginhostFile: there is no section [pre_post]")]
    [InlineData("[other]\ntimeoutInSeconds = 1", "1:1: error 304: IncorrectPluginhostFile: there is no section [pre_post]")]
    [InlineData("timeoutInSeconds = 1", "1:1: error 304: IncorrectPluginhostFile: a section, as [pre_post], must come first")]
    [InlineData("\n[pre_post]\n", "2:1: error 304: IncorrectPluginhostFile: numberOfPlugins is missing")]
    [InlineData("[pre_post]\nnumberOfPlugins = 0", "2:19: error 304: IncorrectPluginhostFile: numberOfPlugins is '0'; it must be an integer of 1 or more")]
    [InlineData("[pre_post]\nnumberofplugins: one", "2:18: error 304: IncorrectPluginhostFile: numberofplugins is 'one'")]
    [InlineData("[pre_post]\nnumberOfPlugins = 2147483647", "2:19: error 304: IncorrectPluginhostFile: numberOfPlugins is 2147483647, and 0 pluginConfigPath are there")]
    [InlineData("[pre_post]\ntimeoutInSeconds = 1801\nnumberOfPlugins=0", "2:20: error 304: IncorrectPluginhostFile: timeoutInSeconds is '1801'; it must be an integer from 1 to 1800", "3:17: error 304")]
    [InlineData("[pre_post]\ntimeoutInSeconds = 0\nnumberOfPlugins=0", "2:20: error 304", "3:17: error 304")]
    [InlineData("[pre_post]\n# why\n; not\n  numberOfPlugins = 1", "4:1: error 304: IncorrectPluginhostFile: an indented line")]
    [InlineData("[pre_post\n", "1:10: error 304: IncorrectPluginhostFile: ']' is missing")]
    [InlineData("[pre_post]\nnumberOfPlugins = 1\nNUMBEROFPLUGINS = 1", "3:1: error 304: IncorrectPluginhostFile: NUMBEROFPLUGINS is there a second time; the first is at 2:1")]
    [InlineData("[pre_post]\n[pre_post]", "2:1: error 304: IncorrectPluginhostFile: [pre_post] is there a second time; the first is at 1:1")]
    [InlineData("[pre_post]\nplugins", "2:1: error 304: IncorrectPluginhostFile: this is neither a section nor 'key = value'")]
    [InlineData("\uFEFF[pre_post]", "1:1: error 304: IncorrectPluginhostFile: the file starts with a byte-order mark")]
    [InlineData("[pre_post]\nnumberOfPlugins = 1\npluginConfigPath0 = x.json", "2:19: error 304: IncorrectPluginhostFile: pluginName0 is missing", "2:19: error 304: IncorrectPluginhostFile: pluginPath0 is missing", "3:21: error 304: IncorrectPluginhostFile: pluginConfigPath0 is 'x.json'; it must be an absolute path")]
    [InlineData("[pre_post]\nnumberOfPlugins = 1\npluginName0 =\npluginPath0 = azure\npluginConfigPath0 = /none/x.json", "3:14: error 304", "4:15: error 304: IncorrectPluginhostFile: pluginPath0 is 'azure'", "5:21: error 316: IncorrectJSONConfigFile: pluginConfigPath0 is /none/x.json: ")]
    [InlineData("[pre_post]\nnumberOfPlugins = 0\ncolour = blue", "2:19: error 304", "3:1: warning 304: IncorrectPluginhostFile: colour is no setting of the host, and is ignored")]
    public void What_the_host_would_replace_by_a_default_or_pass_over_is_found_at_its_place(string text, params string[] expected)
    {
        string path = _folder.Write("VMSnapshotPluginHost.conf", text);

        string[] found = [.. DeploymentValidator.Validate(path).All.Select(finding => finding.ToString())];

        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.StartsWith($"{path}:{pair.First}", pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void A_plugin_beyond_their_number_is_found()
    {
        string path = WriteHostFile(Plugin(0) + Plugin(1));

        Assert.Contains($"{path}:7:1: error 304: IncorrectPluginhostFile: pluginName1 is never read: numberOfPlugins is 1, and plugins are counted from 0", Validate(path));
    }

    [Fact]
    public void The_JSON_of_every_plugin_is_judged_as_one_in_place()
    {
        _folder.Write("0.json", $"{{\"preScriptLocation\": \"{_folder.At("none.sh")}\", \"postScriptLocation\": \"{_folder.Write("post.sh", "", "700")}\", \"timeoutInSeconds\": 0}}");
        string path = WriteHostFile(Plugin(0));

        Assert.Equal(["QSC1001", "302"], DeploymentValidator.Validate(path).All.Where(finding => finding.Severity == RuleSeverity.Error).Select(finding => finding.Kind.Id));
    }

    [Theory]
    [InlineData("600", true)]
    [InlineData("644", true)]
    [InlineData("640", true)]
    [InlineData("664", false)]
    [InlineData("646", false)]
    [InlineData("755", false)]
    public void Others_may_read_it_and_no_more(string mode, bool isTrusted)
    {
        _folder.Write("0.json", $"{{\"preScriptLocation\": \"{_folder.Write("pre.sh", "", "700")}\", \"postScriptLocation\": \"{_folder.Write("post.sh", "", "700")}\"}}");
        string path = WriteHostFile(Plugin(0));
        File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(mode, 8));

        Assert.Equal(isTrusted ? [] : ["314"], DeploymentValidator.Validate(path).All.Where(finding => finding.Severity == RuleSeverity.Error).Select(finding => finding.Kind.Id));
    }

    private string WriteHostFile(string plugins) => _folder.Write("VMSnapshotPluginHost.conf", "[pre_post]\ntimeoutInSeconds: 1800\nnumberOfPlugins: 1\n" + plugins);

    private string Plugin(int index) => $"pluginName{index}: ScriptRunner\npluginPath{index}: /etc/azure\npluginConfigPath{index}: {_folder.At($"{index}.json")}\n";

    private static string[] Validate(string path) => [.. DeploymentValidator.Validate(path).All.Select(finding => finding.ToString())];
}
