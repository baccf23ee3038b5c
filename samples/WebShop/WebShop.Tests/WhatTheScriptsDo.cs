using System;
using System.Diagnostics;
using System.Threading.Tasks;
using Xunit;

/// <summary>The scripts as far as they can be judged without a machine to run them on.</summary>
public class WhatTheScriptsDo
{
    [Theory]
    [InlineData("pre.sh")]
    [InlineData("post.sh")]
    public async Task Every_script_is_posix_shell(string name)
    {
        using var shell = Process.Start(new ProcessStartInfo("dash", "-n") { RedirectStandardInput = true, RedirectStandardError = true })!;
        var cancelled = TestContext.Current.CancellationToken;
        await shell.StandardInput.WriteAsync(Text(name).AsMemory(), cancelled);
        shell.StandardInput.Close();
        Assert.Equal("", await shell.StandardError.ReadToEndAsync(cancelled));
        await shell.WaitForExitAsync(cancelled);
        Assert.Equal(0, shell.ExitCode);
    }

    [Theory]
    [InlineData("pre.sh")]
    [InlineData("post.sh")]
    public void Every_script_can_end_and_undo_the_step(string name)
        => Assert.Contains("systemctl start orders-worker", Text(name));

    [Fact]
    public void The_workers_are_drained_before_the_engines_rest()
        => Assert.Contains("systemctl stop orders-worker", WebShop.PreScript);

    [Theory]
    [InlineData("pre.sh")]
    [InlineData("post.sh")]
    public void No_script_has_a_carriage_return(string name) => Assert.DoesNotContain('\r', Text(name));

    private static string Text(string name) => name == "pre.sh" ? WebShop.PreScript : WebShop.PostScript;
}
