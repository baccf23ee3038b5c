using System;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Interop;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

[Collection(FreezeCollection.Name)]
public sealed class KilledHoldersTests
{
    /// <summary>The promise: however many of the three die, nothing stays frozen longer than this.</summary>
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(1);

    public KilledHoldersTests() => FreezeScene.RequireRootAndLoops();

    [Theory]
    [InlineData("Run")]
    [InlineData("Guard")]
    [InlineData("Sentinel")]
    [InlineData("Run", "Guard")]
    [InlineData("Run", "Sentinel")]
    [InlineData("Guard", "Sentinel")]
    public async Task Whoever_is_left_thaws_within_a_second(params string[] killed)
    {
        using ScratchFileSystem first = ScratchFileSystem.Ext4();
        using ScratchFileSystem second = ScratchFileSystem.Ext4();
        using FreezingProcess process = await FreezingProcess.StartAsync("/nowhere", first, second);
        Assert.Equal("frozen", await process.ResultAsync());
        Task writes = Task.WhenAll(first.WriteAsync(), second.WriteAsync());

        process.Signal(SignalSet.SIGKILL, [.. killed.Select(Enum.Parse<FreezeRole>)]);

        await writes.WaitAsync(Promise);
    }

    [Theory]
    [InlineData("Guard", SignalSet.SIGTERM)]
    [InlineData("Guard", SignalSet.SIGINT)]
    [InlineData("Sentinel", SignalSet.SIGHUP)]
    [InlineData("Sentinel", SignalSet.SIGTERM)]
    public async Task A_holder_that_is_asked_to_end_thaws(string asked, int signal)
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        using FreezingProcess process = await FreezingProcess.StartAsync("/nowhere", system);
        Assert.Equal("frozen", await process.ResultAsync());

        process.Signal(signal, Enum.Parse<FreezeRole>(asked));

        await system.WriteAsync().WaitAsync(Promise);
    }

    [Fact]
    public async Task A_guard_that_is_stopped_is_overtaken_when_the_run_dies()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        using FreezingProcess process = await FreezingProcess.StartAsync("/nowhere", system);
        Assert.Equal("frozen", await process.ResultAsync());
        process.Signal(FreezingProcess.SIGSTOP, FreezeRole.Guard);

        process.Signal(SignalSet.SIGKILL, FreezeRole.Run);

        await system.WriteAsync().WaitAsync(Promise);
    }
}
