using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

[Collection(FreezeCollection.Name)]
public sealed class ManyMountsTests
{
    private const int Count = 200;

    [Fact]
    public async Task Two_hundred_mounts_are_frozen_at_once_and_thawed_in_reverse()
    {
        FreezeScene.RequireRootAndLoops();
        using var systems = new ManyFileSystems(Count);
        FreezePlan plan = FreezePlan.For(systems.MountPoints, MountTable.Read(), new BlockDevices());
        await using FreezeSession session = await FreezeSession.PrepareAsync(plan, FreezeScene.Options, CancellationToken.None);

        FreezeReport frozen = session.Freeze();
        FreezeReport thawed = await session.ThawAsync();

        Assert.Null(frozen.Problem);
        Assert.Equal(Count, thawed.FileSystems.Count);
        Assert.True(thawed.Held, thawed.Problem);
        Assert.True(thawed.FrozenFrom < thawed.FrozenUntil);
        Assert.Equal(thawed.FileSystems, thawed.FileSystems.OrderByDescending(system => system.ThawStarted));
        Assert.Equal(0, systems.CountFrozen());
    }
}
