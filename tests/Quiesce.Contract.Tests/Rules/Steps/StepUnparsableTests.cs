using System;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Contract.Tests.Rules.Steps;

public sealed class StepUnparsableTests
{
    [Theory]
    [InlineData("if a; then b⟦⟧")]
    [InlineData("a\n⟦fi⟧")]
    [InlineData("echo ⟦\"a⟧")]
    [InlineData("a <<E\n⟦${x\nE\n⟧")]
    [InlineData("a ⟦;;⟧ b")]
    public void What_sh_cannot_read_is_blamed_where_sh_gives_up(string marked) => Judged.Blames<StepUnparsableRule>(marked);

    [Theory]
    [InlineData("x=(1 2)", "arrays")]
    [InlineData("diff <(a) b", "process substitution")]
    [InlineData("a <<<b", "here-strings")]
    [InlineData("a |& b", "|& is not POSIX")]
    [InlineData("for ((i=0; i<3; i++)); do a; done", "arithmetic for")]
    [InlineData("function f() { a; }", "without 'function'")]
    [InlineData("function f {\na\n}", "without 'function'")]
    [InlineData("[[ a && ( b ) ]]", "[[ is not POSIX")]
    [InlineData("case a in b) c;& esac", "falling through")]
    [InlineData("select x in a; do b; done", "select is not POSIX")]
    public void A_construct_of_another_shell_is_named_with_what_to_write_instead(string text, string advice)
        => Assert.Contains(advice, Assert.Single(Judged.Step<StepUnparsableRule>(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing")]
    [InlineData("systemctl stop a && { sleep 1; echo \"$(date)\"; }")]
    [InlineData("[[ a ]]")]
    public void What_sh_can_read_passes(string text) => Judged.Passes<StepUnparsableRule>(text);

    [Fact]
    public void Line_and_column_of_the_step_are_named()
        => Assert.Equal(
            "Drain, line 3, column 3: sh cannot read this: 'fi' is unexpected",
            Assert.Single(Judged.Step<StepUnparsableRule>("a\nb\n  fi")).Message);

    [Fact]
    public void An_undo_is_judged_like_a_step_and_blamed_on_the_step_that_names_it()
    {
        var violation = Assert.Single(Judged.Step<StepUnparsableRule>("a", new UndoSpec("Resume", "(b")));

        Assert.Equal(SettingPath.OfStep(0, nameof(StepSpec.Undo)), violation.Setting);
        Assert.StartsWith("Resume, line 1, column 3: ", violation.Message, StringComparison.Ordinal);
    }
}
