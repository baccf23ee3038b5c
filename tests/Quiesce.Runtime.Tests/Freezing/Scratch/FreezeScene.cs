using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Mounts;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing.Scratch;

/// <summary>What the freezing tests share: whether this machine can run them, and a session with everything in scratch places.</summary>
internal static class FreezeScene
{
    public static void RequireRootAndLoops()
    {
        Assert.SkipUnless(Environment.UserName == "root", "freezing needs root");
        Assert.SkipUnless(File.Exists("/dev/loop-control"), "freezing is tested on loop devices, and this kernel has none");
    }

    public static FreezeOptions Options => new()
    {
        GuardExecutable = [Environment.ProcessPath!],
        Deadline = TimeSpan.FromSeconds(20),
        RecordDirectory = "/nowhere",
        LockFile = "/nowhere/lock",
    };

    public static FreezePlan Plan(params ScratchFileSystem[] systems) =>
        FreezePlan.For(systems.Select(system => system.MountPoint), MountTable.Read(), new BlockDevices());

    public static Task<FreezeSession> PrepareAsync(params ScratchFileSystem[] systems) => PrepareAsync(Options, systems);

    public static Task<FreezeSession> PrepareAsync(FreezeOptions options, params ScratchFileSystem[] systems) =>
        FreezeSession.PrepareAsync(Plan(systems), options, CancellationToken.None);
}
