using System.IO;
using System.Text.Json;
using Quiesce.Runtime.Tests;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary><c>quiesce run</c> in the place of Azure's host: a machine's files below a folder of the test's own, and a file system that is really frozen.</summary>
public sealed class HostRunTests
{
    private const string LockFolder = "etc/azure/MicrosoftRecoverySvcsSafeFreezeLock";

    [Fact]
    public void The_hosts_plugins_are_run_and_the_freeze_lock_is_held_meanwhile_and_left_as_it_was()
    {
        using Deployment deployment = Host();
        Directory.CreateDirectory(deployment.Folder.At(LockFolder));
        string lockFile = deployment.Folder.Write(LockFolder + "/SafeFreezeLockFile", "as it was");

        // A POSIX lock, as Azure's lockf takes one, can be seen in /proc/locks by the file's inode.
        (int exitCode, string output, _) = CommandLine.Run(Arguments(deployment, $"grep -q \":$(stat -c %i {lockFile}) \" /proc/locks"));

        Assert.Equal(0, exitCode);
        Assert.Equal("application", JsonDocument.Parse(output).RootElement.GetProperty("level").GetString());
        Assert.Equal(["pre", "post"], deployment.Ran);
        Assert.Equal("as it was", File.ReadAllText(lockFile));
        Assert.False(deployment.FileSystem.IsFrozen());
    }

    [Fact]
    public void Without_a_host_configuration_nothing_runs()
    {
        using Deployment deployment = Host();
        File.Delete(deployment.Folder.At("etc/azure/VMSnapshotPluginHost.conf"));

        (int exitCode, string output, _) = CommandLine.Run(Arguments(deployment, "true"));

        Assert.Equal(1, exitCode);
        Assert.Equal(313, JsonDocument.Parse(output).RootElement.GetProperty("outcome").GetProperty("number").GetInt32());
        Assert.Empty(deployment.Ran);
    }

    private static Deployment Host()
    {
        var deployment = new Deployment();
        Directory.CreateDirectory(deployment.Folder.At("etc/azure"));
        deployment.Folder.Write("etc/azure/VMSnapshotPluginHost.conf", "[pre_post]\nnumberOfPlugins: 1\npluginName0: ScriptRunner\npluginPath0: /etc/azure\npluginConfigPath0: /etc/azure/plugin.json\n", "644");
        deployment.Folder.Write("etc/azure/plugin.json", "{\"preScriptLocation\": \"/pre.sh\", \"postScriptLocation\": \"/post.sh\"}");
        return deployment;
    }

    private static string[] Arguments(Deployment deployment, string snapshot) =>
        ["run", "--root", deployment.Folder.Path, "--mount", deployment.FileSystem.MountPoint, "--history", deployment.History, "--snapshot-command", snapshot, "--json"];
}
