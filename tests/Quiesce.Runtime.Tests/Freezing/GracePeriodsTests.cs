using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Interop;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

/// <summary>A setting of the whole machine, changed for some milliseconds, must be what it was, whoever dies meanwhile. See also <see cref="RandomKillsTests"/>, which kills beside the real one.</summary>
[Collection(FreezeCollection.Name)]
public sealed class GracePeriodsTests : IDisposable
{
    private readonly MemoryFolder memory = new();
    private readonly string setting;

    public GracePeriodsTests()
    {
        FreezeScene.RequireRootAndLoops();
        setting = Path.Combine(memory.Folder, "rcu_expedited");
    }

    [Theory]
    [InlineData("0\n")]
    [InlineData("1\n")]
    [InlineData("")]
    public async Task Are_as_they_were_once_all_is_frozen(string found)
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        File.WriteAllText(setting, found);
        await using FreezeSession session = await FreezeScene.PrepareAsync(FreezeScene.Options with { GracePeriods = setting }, system);

        FreezeReport frozen = session.Freeze();

        Assert.True(frozen.IsFrozen);
        Assert.Equal(found, File.ReadAllText(setting));
    }

    [Fact]
    public async Task Are_nothing_that_a_freeze_could_fail_for()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using FreezeSession session = await FreezeScene.PrepareAsync(FreezeScene.Options with { GracePeriods = "/nowhere/rcu_expedited" }, system);

        Assert.True(session.Freeze().IsFrozen);
    }

    [Theory]
    [InlineData(true, "0\n")]
    [InlineData(false, "1\n")]
    public void Are_put_back_by_the_rescuer_where_all_three_were_killed_before_they_could(bool wereOurs, string left)
    {
        File.WriteAllText(setting, "1\n");
        using (FreezeRecord record = FreezeRecord.Create(memory.Records, ["/nowhere"]))
            record.Ledger.AreGracePeriodsExpedited = wereOurs;

        RecordedFreezes.Thaw(memory.Records, setting);

        Assert.Equal(left, File.ReadAllText(setting));
    }

    public void Dispose() => memory.Dispose();
}
