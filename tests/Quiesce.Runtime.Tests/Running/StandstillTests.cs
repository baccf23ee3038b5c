using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;
using Xunit;

namespace Quiesce.Runtime.Tests.Running;

/// <summary>What a freeze alone costs those who write.</summary>
public sealed class StandstillTests
{
    private static readonly ReportedPhase[] s_phases = [new("freeze", 100, 310), new("snapshot", 310, 320), new("thaw", 320, 330)];

    [Fact]
    public void Lasts_from_the_first_freeze_to_the_last_thaw_and_not_while_only_something_is_written_back() => Assert.Equal(
        new ReportedInterval(300, 325),
        Standstill.Of([], [Mount(305, 323), Mount(300, 325)], s_phases));

    [Fact]
    public void Lasts_until_the_thaw_was_over_where_nobody_knows_when_it_returned() => Assert.Equal(
        new ReportedInterval(300, 330),
        Standstill.Of([], [Mount(300, null)], s_phases));

    [Fact]
    public void Is_none_where_nothing_could_be_frozen() => Assert.Null(Standstill.Of([], [], s_phases));

    private static FrozenMount Mount(double calledMs, double? returnedMs) =>
        new("/data", new DeviceNumber(7, 0), calledMs + 1, 322, Held: true, null) { FreezeCalledAtMs = calledMs, ThawReturnedAtMs = returnedMs };
}
