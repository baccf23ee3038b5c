using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace WebShop.Proof.Tests;

/// <summary>One writer sends a row every 10 ms, each acknowledged after 5; the engine stops at 42 and the freeze is complete at 60.</summary>
public class RestoredWritesTests
{
    private static readonly Write[] Sent = [.. Enumerable.Range(1, 9).Select(seq => new Write("orders", 1, seq, seq * 10, (seq * 10) + 5))];

    private static RestoredWrites Judge(params int[] present) => new(
        "orders", Sent, present.Select(seq => new RowKey(1, seq)).ToHashSet(), StoppedMs: 42, FrozenMs: 60);

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(1, 2, 3, 4)]
    [InlineData(1, 2, 3, 4, 5, 6)]
    public void A_copy_between_the_stop_and_the_freeze_is_whole(params int[] present)
    {
        var restored = Judge(present);
        Assert.True(restored.NothingAcknowledgedIsLost().Holds);
        Assert.True(restored.NothingIsFromAfterTheFreeze().Holds);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(1, 3, 4, 5, 6)]
    public void An_acknowledged_row_that_is_missing_is_noticed(params int[] present)
        => Assert.False(Judge(present).NothingAcknowledgedIsLost().Holds);

    [Fact]
    public void A_row_sent_after_the_freeze_is_noticed() => Assert.False(Judge(1, 2, 3, 7).NothingIsFromAfterTheFreeze().Holds);

    [Fact]
    public void A_row_nobody_sent_is_noticed() => Assert.False(Judge(1, 2, 3, 4711).NothingIsFromAfterTheFreeze().Holds);

    [Fact]
    public void A_row_of_another_writer_does_not_count()
    {
        var restored = Judge(1, 2) with { Present = new HashSet<RowKey> { new(1, 1), new(1, 2), new(2, 3) } };
        Assert.False(restored.NothingAcknowledgedIsLost().Holds);
        Assert.False(restored.NothingIsFromAfterTheFreeze().Holds);
    }

    [Fact]
    public void Times_that_are_shifted_are_noticed()
    {
        Assert.False((Judge(1, 2, 3) with { StoppedMs = 52 }).NothingAcknowledgedIsLost().Holds);
        Assert.False((Judge(1, 2, 3, 4, 5, 6) with { FrozenMs = 50 }).NothingIsFromAfterTheFreeze().Holds);
    }

    [Fact]
    public void Without_any_write_nothing_is_proven()
    {
        Assert.False((Judge(1, 2, 3) with { StoppedMs = 5 }).NothingAcknowledgedIsLost().Holds);
        Assert.False(Judge().NothingIsFromAfterTheFreeze().Holds);
        Assert.False(Judge(1, 2, 3).WritersWentOn(thawedMs: 95).Holds);
    }
}
