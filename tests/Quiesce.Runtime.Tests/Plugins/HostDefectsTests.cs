using System;
using System.IO;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Tests.Running;
using Xunit;

namespace Quiesce.Runtime.Tests.Plugins;

/// <summary>What Azure's host passes over, guesses at or hangs on: each is refused with its outcome, and nothing is run, frozen or taken.</summary>
public sealed class HostDefectsTests : IDisposable
{
    private const string HostFile = "etc/azure/VMSnapshotPluginHost.conf";

    private readonly ScratchHost _host;

    public HostDefectsTests()
    {
        Privileges.RequireRoot();
        _host = new ScratchHost();
        _host.WriteHostFile(2);
        _host.WritePlugin(0);
        _host.WritePlugin(1);
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public void A_missing_host_configuration_is_not_replaced_by_a_default()
    {
        File.Delete(_host.At(HostFile));

        AssertRefused(313);
    }

    [Theory]
    [InlineData("[pre_past]\nnumberOfPlugins: 1\npluginName0: A\npluginPath0: /a\npluginConfigPath0: /etc/azure/0.json")]
    [InlineData("[pre_post]\nnumberOfPlugins: 0")]
    [InlineData("[pre_post]\npluginName0: A\npluginPath0: /a\npluginConfigPath0: /etc/azure/0.json")]
    [InlineData("[pre_post]\nnumberOfPlugins: 2\npluginName0: A\npluginPath0: /a\npluginConfigPath0: /etc/azure/0.json")]
    [InlineData("[pre_post]\nnumberOfPlugins: 1\npluginName0: A\npluginPath0: /a\npluginConfigPath0: /etc/azure/0.json\npluginConfigPath1: /etc/azure/1.json")]
    [InlineData("[pre_post]\ntimeoutInSeconds: 1801\nnumberOfPlugins: 1\npluginName0: A\npluginPath0: /a\npluginConfigPath0: /etc/azure/0.json")]
    [InlineData("[pre_post]\ntimeoutInSeconds: soon\nnumberOfPlugins: 1\npluginName0: A\npluginPath0: /a\npluginConfigPath0: /etc/azure/0.json")]
    [InlineData("[pre_post]\nnumberOfPlugins: 1\npluginName0: A\npluginPath0: /a\npluginConfigPath0: etc/azure/0.json")]
    [InlineData("")]
    [InlineData("{}")]
    public void A_host_configuration_that_would_run_nothing_or_something_else_claims_no_consistency(string text)
    {
        _host.Write(HostFile, text, "644");

        AssertRefused(304);
    }

    [Theory]
    [InlineData("664")]
    [InlineData("646")]
    [InlineData("777")]
    public void A_host_configuration_that_others_may_write_is_not_followed(string mode)
    {
        File.SetUnixFileMode(_host.At(HostFile), (UnixFileMode)Convert.ToInt32(mode, 8));

        AssertRefused(314);
    }

    [Theory]
    [InlineData("timeout: 0")]
    [InlineData("timeout: 61")]
    [InlineData("timeout: nan")]
    [InlineData("timeout: 1e1")]
    public void A_freeze_limit_that_would_never_end_is_none(string setting)
    {
        _host.Write("etc/azure/vmbackup.conf", "[SnapshotThread]\n" + setting, "644");

        AssertRefused(304);
    }

    [Fact]
    public void A_freeze_limit_that_others_may_write_is_not_followed()
    {
        _host.Write("etc/azure/vmbackup.conf", "[SnapshotThread]\ntimeout: 1", "666");

        AssertRefused(314);
    }

    [Theory]
    [InlineData("\"preScriptNoOfRetries\": \"1\"")]
    [InlineData("\"continueBackupOnFailure\": \"false\"")]
    [InlineData("\"fsFreezeEnabled\": null")]
    [InlineData("\"fsFreezeEnabled\": \"false\"")]
    [InlineData("\"timeoutInSeconds\": NaN")]
    [InlineData("\"timeoutInSeconds\": 1e999")]
    [InlineData("\"timeoutInSeconds\": \"60\"")]
    [InlineData("\"timeoutInSeconds\": 0")]
    [InlineData("\"preScriptParams\": \"one two\"")]
    [InlineData("\"ScriptsExecutionPollTimeSeconds\": 2.9")]
    [InlineData("\"ScriptsExecutionPollTimeSeconds\": 9")]
    public void A_value_that_would_be_guessed_at_or_kill_a_thread_is_refused_in_whichever_plugin_it_stands(string setting)
    {
        for (int index = 0; index < 2; index++)
        {
            _host.WritePlugin(index, ", " + setting);
            AssertRefused(305);
            _host.WritePlugin(index);
        }
    }

    [Fact]
    public void A_script_of_the_first_plugin_that_belongs_to_nobody_is_not_run_as_root()
    {
        // It was: only the last plugin's checks counted.
        Freezing.Scratch.Tool.Run("chown", "65534", _host.At("scripts/post0.sh"));

        AssertRefused(307);
    }

    [Theory]
    [InlineData("etc/azure/1.json", 316)]
    [InlineData("scripts/pre1.sh", 302)]
    [InlineData("scripts/post0.sh", 303)]
    public void A_file_that_is_not_there_ends_the_run_of_all_plugins(string file, int number)
    {
        File.Delete(_host.At(file));

        AssertRefused(number);
    }

    private void AssertRefused(int number)
    {
        var freezer = new FaultyFreezer();

        RunReport report = _host.Run(freezer);

        Assert.True(number == report.Outcome.Number, $"{report.Outcome.Number}: {report.Outcome.Message}");
        Assert.Equal("none", report.Level);
        Assert.Empty(_host.Ran);
        Assert.Empty(freezer.Calls);
    }
}
