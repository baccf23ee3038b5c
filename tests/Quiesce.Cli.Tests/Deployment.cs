using System;
using System.IO;
using System.Text.Json;
using Quiesce.Runtime.Tests;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary>A configuration with two scripts that note when they ran, and a file system of the test's own to freeze.</summary>
internal sealed class Deployment : IDisposable
{
    public Deployment(string settings = "", string pre = "", string post = "")
    {
        Privileges.RequireRoot();
        Assert.SkipUnless(File.Exists("/dev/loop-control"), "freezing is tested on loop devices, and this kernel has none");
        FileSystem = ScratchFileSystem.Ext4();
        Folder.Write("pre.sh", $"echo pre >>{Log}\n{pre}\n", "700");
        Folder.Write("post.sh", $"echo post >>{Log}\n{post}\n", "700");
        Config = Folder.Write("config.json", $"{{\"preScriptLocation\": \"{Folder.At("pre.sh")}\", \"postScriptLocation\": \"{Folder.At("post.sh")}\"{settings}}}");
    }

    public ScratchFolder Folder { get; } = new();

    public ScratchFileSystem FileSystem { get; }

    public string Config { get; }

    /// <summary>Of the test's own: the machine's must not fill with its runs.</summary>
    public string History => Folder.At("runs");

    public string ReportPath => Folder.At("report.json");

    private string Log => Folder.At("log");

    public string[] Ran => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    public string[] RunArguments(string snapshotCommand) =>
        ["run", "--config", Config, "--mount", FileSystem.MountPoint, "--snapshot-command", snapshotCommand, "--history", History, "--report", ReportPath];

    /// <summary>A snapshot command that tells <see cref="WaitUntilFrozen"/> when it begins: through a FIFO, so that nobody has to look again and again.</summary>
    public string SayingThatItIsFrozen(string command)
    {
        Tool.Run("mkfifo", Folder.At("frozen"));
        return $"echo frozen >{Folder.At("frozen")}; {command}";
    }

    public void WaitUntilFrozen() => File.ReadAllText(Folder.At("frozen"));

    public JsonElement Report() => JsonDocument.Parse(File.ReadAllText(ReportPath)).RootElement;

    public void Dispose()
    {
        FileSystem.Dispose();
        Folder.Dispose();
    }
}
