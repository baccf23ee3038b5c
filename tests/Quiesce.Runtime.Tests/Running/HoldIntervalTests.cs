using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;
using Xunit;

namespace Quiesce.Runtime.Tests.Running;

/// <summary>The pre script ran from 100 to 204 ms and the post script from 233 to 260, on our clock; the scripts' own has steps of 10 ms.</summary>
public class HoldIntervalTests
{
    private static readonly ReportedPhase[] s_phases = [new("pre", 100, 204), new("freeze", 205, 220), new("thaw", 230, 232), new("post", 233, 260)];

    private static HoldInterval? Of(double? from, double? to) => HoldInterval.Of(new RecordedEngine("orders", "held", HeldFromMs: from, HeldToMs: to), clockResolutionMs: 10, s_phases);

    [Fact]
    public void A_hold_that_the_post_script_found_lasted_at_least_until_that_script_was_started() => Assert.Equal(233, Of(190, 230)!.Value.ToMs);

    [Fact]
    public void A_hold_that_was_found_later_lasted_until_then() => Assert.Equal(240, Of(190, 240)!.Value.ToMs);

    [Fact]
    public void A_lock_may_have_been_taken_a_step_after_the_recorded_time() => Assert.Equal(190, Of(180, 230)!.Value.FromMs);

    [Fact]
    public void A_lock_was_taken_before_the_pre_script_ended() => Assert.Equal(204, Of(200, 230)!.Value.FromMs);

    [Fact]
    public void A_lock_taken_after_the_freeze_does_not_cover_it() => Assert.False(HoldInterval.Of(new RecordedEngine("orders", "held", HeldFromMs: 210, HeldToMs: 230), 10, [])!.Value.Covers(205, 232));

    [Fact]
    public void A_hold_that_was_found_broken_is_none() => Assert.Null(Of(190, null));
}
