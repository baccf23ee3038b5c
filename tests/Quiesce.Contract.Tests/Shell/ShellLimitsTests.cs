using System;
using System.Linq;
using System.Threading;
using Quiesce.Contract.Shell;
using Xunit;

namespace Quiesce.Contract.Tests.Shell;

public sealed class ShellLimitsTests
{
    private const int Repetitions = 20_000;

    /// <summary>A quarter of what an analyzer's thread has.</summary>
    private const int SmallStack = 256 * 1024;

    [Theory]
    [InlineData("(")]
    [InlineData("{ ")]
    [InlineData("if ")]
    [InlineData("while ")]
    [InlineData("if a; then ")]
    [InlineData("for x do ")]
    [InlineData("case x in y) ")]
    [InlineData("f() ")]
    [InlineData("f() { ")]
    [InlineData("a $(")]
    [InlineData("\"$(")]
    [InlineData("${x:-$(")]
    [InlineData("$(($(")]
    [InlineData("a <<E $(")]
    [InlineData("a <<E\n$(")]
    [InlineData("a | (")]
    [InlineData("a && { ")]
    public void Nesting_without_end_is_an_error_and_not_a_stack_overflow(string opening)
    {
        var error = ParseOnSmallStack(Repeat(opening)).Error;

        Assert.Contains($"deeper than {ShellParseSession.MaxDepth} levels", Assert.IsType<ShellSyntaxError>(error).Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("${x:-", "}")]
    [InlineData("\"${x:-", "}\"")]
    [InlineData("${x%", "}")]
    [InlineData("$((1+", "))")]
    public void Expansions_that_need_no_commands_nest_as_deep_as_they_like(string opening, string closing)
        => Assert.Null(ParseOnSmallStack("a " + Repeat(opening) + "1" + Repeat(closing)).Error);

    [Theory]
    [InlineData("(a); ")]
    [InlineData("a | ")]
    [InlineData("a && ")]
    [InlineData("a >b ")]
    [InlineData("a 'b' \"c $(d)\" `e` ")]
    [InlineData("a $((1)) ${x:-y} ")]
    [InlineData("if a; then b; fi; ")]
    [InlineData("f() { a; }; ")]
    [InlineData("a <<E\nE\n")]
    [InlineData("# a\n")]
    [InlineData("\\\n")]
    public void What_stands_side_by_side_is_not_limited(string piece) => Assert.Null(ParseOnSmallStack(Repeat(piece) + "a").Error);

    [Fact]
    public void A_branch_that_never_ends_is_not_nesting() => Assert.Null(ParseOnSmallStack("if a; then b; " + Repeat("elif a; then b; ") + "fi").Error);

    [Fact]
    public void As_much_nesting_as_is_allowed_parses_on_a_small_stack()
    {
        // Every substitution is two levels: the list inside, and the command in that.
        var depth = (ShellParseSession.MaxDepth - 1) / 2;
        Assert.Null(ParseOnSmallStack(string.Concat(Enumerable.Repeat("a \"$(", depth)) + "b" + string.Concat(Enumerable.Repeat(")\"", depth))).Error);
        Assert.NotNull(ParseOnSmallStack(string.Concat(Enumerable.Repeat("a \"$(", depth + 1)) + "b" + string.Concat(Enumerable.Repeat(")\"", depth + 1))).Error);
    }

    [Fact]
    public void Every_beginning_of_every_script_is_read_or_refused_within_its_own_text()
    {
        foreach (var script in ShellCorpus.WrittenByHand)
        {
            for (var length = 0; length <= script.Length; length++)
            {
                var parsed = ShellScript.Parse(script[..length]);
                if (parsed.Error is { } error)
                    Assert.InRange(error.Range.End, error.Range.Start, length);
            }
        }
    }

    private static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, Repetitions));

    private static ShellScript ParseOnSmallStack(string text)
    {
        ShellScript? parsed = null;
        var thread = new Thread(() => parsed = ShellScript.Parse(text), SmallStack);
        thread.Start();
        thread.Join();
        return parsed!;
    }
}
