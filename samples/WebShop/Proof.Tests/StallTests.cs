using Xunit;

namespace WebShop.Proof.Tests;

public class StallTests
{
    private static readonly Write[] Writes =
    [
        new("orders", 1, 1, 0, 2), new("orders", 1, 2, 10, 12), new("orders", 1, 3, 20, 70), new("orders", 1, 4, 80, 82),
        new("orders", 2, 1, 0, 8), new("orders", 2, 2, 10, 18), new("orders", 2, 3, 20, 75), new("orders", 2, 4, 80, 380),
        new("ledger", 1, 1, 0, 500),
    ];

    [Fact]
    public void A_stall_is_the_longest_statement_less_the_same_writers_median() => Assert.Equal(55 - 31.5, Stall.Longest(Writes[4..8], "orders", 15, 60));

    [Fact]
    public void The_longest_stall_of_an_engines_writers_counts() => Assert.Equal(48, Stall.Longest(Writes, "orders", 15, 60));

    [Fact]
    public void A_statement_before_or_after_the_run_does_not_count() => Assert.Equal(0, Stall.Longest(Writes[..4], "orders", 11, 15));

    [Theory]
    [InlineData(2.0, 3.0, 1.0, 2.0)]
    [InlineData(2.5, 4.0, 1.0, 2.0, 3.0)]
    public void The_median_is_the_middle(double median, params double[] values) => Assert.Equal(median, Stall.Median(values));
}
