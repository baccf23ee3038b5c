using System.Linq;
using Quiesce.Contract.Shell;
using Xunit;

namespace Quiesce.Contract.Tests.Shell;

public sealed class ShellScriptTests
{
    [Theory]
    [InlineData("a 'b c'\"d\"\\e", "b cde")]
    [InlineData("a \"\\$x \\y\"", "$x \\y")]
    [InlineData("a b\\\nc", "bc")]
    [InlineData("a \"$x\"y", "$xy")]
    [InlineData("a ${x:-'b'}", "${x:-b}")]
    [InlineData("a $(b 'c')", "$(b 'c')")]
    [InlineData("a `b \\`c\\``", "`b \\`c\\``")]
    [InlineData("a $((1 + x))", "$((1 + x))")]
    public void A_words_text_is_without_its_quotes_and_with_its_expansions_as_written(string script, string text)
        => Assert.Equal(text, First(script).Words[1].Text);

    [Fact]
    public void Assignments_and_redirections_are_no_words()
    {
        var command = First("x=1 y='2' a >out b 2>&1 z=3");

        Assert.Equal(["x=1", "y=2"], command.Assignments.Select(word => word.Text));
        Assert.Equal(["a", "b", "z=3"], command.Words.Select(word => word.Text));
        Assert.Equal([1, 2], command.Redirections.Select(redirection => redirection.Operator.Descriptor));
    }

    [Fact]
    public void A_here_document_belongs_to_its_redirection()
    {
        var command = First("mysql <<-'E' | b\n\tline $x\n\tE\nc\n");

        Assert.Equal("line $x\n", command.Redirections[0].Document!.Text);
        Assert.True(command.Redirections[0].Document!.IsLiteral);
    }

    [Fact]
    public void Simple_commands_are_found_however_deep()
    {
        var names = ShellScript.Parse("a && { b \"$(c | d `e`)\" ${x:-$(f)}; } & g() ( h ) <<E\n$(i)\nE\nif j; then case k in l) m;; esac; fi").SimpleCommands.Select(command => command.Words[0].Text);

        Assert.Equal(["a", "b", "c", "d", "e", "f", "h", "i", "j", "m"], names.Order());
    }

    [Theory]
    [InlineData("a; fi", 3, 2, "'fi' is unexpected")]
    [InlineData("if a; b; fi", 9, 2, "'fi' stands where 'then' is expected")]
    [InlineData("a\n'b", 2, 2, "a ' is not closed")]
    [InlineData("a `b \\`c \"d\\``", 9, 3, "a \" is not closed")]
    [InlineData("a $((1)", 2, 5, "'$((' is not closed by '))'")]
    [InlineData("a <<E\n${x\nE\n", 6, 6, "'${' is not closed by '}'")]
    [InlineData("(a", 2, 0, "the end of the text stands where ')' is expected")]
    [InlineData("1x() { a; }", 0, 2, "'1x' cannot be a function's name")]
    public void An_error_has_its_place_in_the_script_and_says_what_is_wrong(string script, int start, int length, string message)
    {
        var error = ShellScript.Parse(script).Error;

        Assert.Equal(new(start, length), error?.Range);
        Assert.Equal(message, error?.Message.ToString());
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(2, 1, 3)]
    [InlineData(3, 2, 1)]
    [InlineData(5, 3, 2)]
    public void Lines_and_columns_count_from_one(int offset, int line, int column) => Assert.Equal(new TextPosition(line, column), TextPosition.Of("ab\n\ncd", offset));

    private static ShellSimpleCommand First(string script) => (ShellSimpleCommand)ShellScript.Parse(script).Body.Items[0].Pipelines[0].Commands[0];
}
