using System;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Contract.Tests.Rules.Steps;

public sealed class BackgroundKeepsDescriptorsTests
{
    [Theory]
    [InlineData("a ⟦&⟧")]
    [InlineData("nohup a ⟦&⟧\nb")]
    [InlineData("a >/dev/null ⟦&⟧")]
    [InlineData("a 2>/dev/null ⟦&⟧")]
    [InlineData("a 2>&1 >/dev/null ⟦&⟧")]
    [InlineData("a </dev/null ⟦&⟧")]
    [InlineData("{ a >b 2>&1; c; } ⟦&⟧")]
    [InlineData("a >b 2>&1 | c >d ⟦&⟧")]
    [InlineData("(a ⟦&⟧)")]
    [InlineData("if a; then b ⟦&⟧ fi")]
    [InlineData("f() { a ⟦&⟧ }")]
    [InlineData("b=$(a ⟦&⟧)")]
    [InlineData("wait; a ⟦&⟧")]
    public void A_process_that_keeps_the_hosts_pipes_is_blamed_at_its_ampersand(string marked) => Judged.Blames<BackgroundKeepsDescriptorsRule>(marked);

    [Theory]
    [InlineData("a")]
    [InlineData("a && b")]
    [InlineData("a >/dev/null 2>&1 &")]
    [InlineData("a </dev/null >/dev/null 2>&1 &")]
    [InlineData("a >b 2>c &")]
    [InlineData("a >&- 2>&- &")]
    [InlineData("{ a; b | c; } >d 2>&1 &")]
    [InlineData("(a &) >b 2>&1")]
    [InlineData("while a; do b & done >c 2>&1")]
    [InlineData("exec >a 2>&1\nb &")]
    [InlineData("(exec >a 2>&1; b) &")]
    [InlineData("a & b & wait")]
    [InlineData("a & p=$!; wait \"$p\"")]
    [InlineData("a 2>&1 | logger >/dev/null 2>&1 &")]
    [InlineData("x=1 &")]
    [InlineData("echo 'a &'")]
    [InlineData("a 2>&1")]
    public void What_lets_go_of_them_or_is_waited_for_passes(string text) => Judged.Passes<BackgroundKeepsDescriptorsRule>(text);

    [Fact]
    public void The_message_says_which_pipes_stay_open()
    {
        Assert.Contains("keeps the host's stdout and stderr,", Message("a &"), StringComparison.Ordinal);
        Assert.Contains("keeps the host's stderr,", Message("a >b &"), StringComparison.Ordinal);
        Assert.Contains("keeps the host's stdout,", Message("a 2>b &"), StringComparison.Ordinal);
    }

    private static string Message(string text) => Assert.Single(Judged.Step<BackgroundKeepsDescriptorsRule>(text)).Message;
}
