using System;
using System.Linq;
using System.Threading.Tasks;
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
    [InlineData("run")]
    [InlineData("guard")]
    [InlineData("sentinel")]
    [InlineData("run guard")]
    [InlineData("run sentinel")]
    [InlineData("guard sentinel")]
    public async Task Whoever_is_left_thaws_within_a_second(string killed)
    {
        using ScratchFileSystem first = ScratchFileSystem.Ext4();
        using ScratchFileSystem second = ScratchFileSystem.Ext4();
        using FreezingProcess process = await FreezingProcess.StartAsync("/nowhere", first, second);
        Assert.Equal("frozen", await process.ResultAsync());
        Task writes = Task.WhenAll(first.WriteAsync(), second.WriteAsync());

        FreezingProcess.Kill("KILL", killed.Split(' ').Select(name => Find(process, name)).ToArray());

        await writes.WaitAsync(Promise);
    }

    [Theory]
    [InlineData("guard", "TERM")]
    [InlineData("guard", "INT")]
    [InlineData("sentinel", "HUP")]
    [InlineData("sentinel", "TERM")]
    public async Task A_holder_that_is_asked_to_end_thaws(string asked, string signal)
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        using FreezingProcess process = await FreezingProcess.StartAsync("/nowhere", system);
        Assert.Equal("frozen", await process.ResultAsync());

        FreezingProcess.Kill(signal, Find(process, asked));

        await system.WriteAsync().WaitAsync(Promise);
    }

    [Fact]
    public async Task A_guard_that_is_stopped_is_overtaken_when_the_run_dies()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        using FreezingProcess process = await FreezingProcess.StartAsync("/nowhere", system);
        Assert.Equal("frozen", await process.ResultAsync());
        FreezingProcess.Kill("STOP", process.Guard);

        FreezingProcess.Kill("KILL", process.Run);

        await system.WriteAsync().WaitAsync(Promise);
    }

    private static int Find(FreezingProcess process, string name) => name switch
    {
        "run" => process.Run,
        "guard" => process.Guard,
        _ => process.Sentinel,
    };
}
