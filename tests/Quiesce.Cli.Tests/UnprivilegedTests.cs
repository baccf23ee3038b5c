using System;
using System.IO;
using Quiesce.Runtime.Tests;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary>Every verb, asked by somebody who is not root about what is root's alone.</summary>
public sealed class UnprivilegedTests : IDisposable
{
    private const string Nobody = "65534";
    private const string Traversable = "755";

    private static readonly string[] s_asNobody = ["setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups"];

    private readonly ScratchFolder _folder = new();

    public UnprivilegedTests()
    {
        Privileges.RequireRoot();
        Assert.SkipUnless(CommandLine.RunBy([.. s_asNobody, "test", "-x"]).ExitCode == 0, "the executable under test lies where only root can reach it");
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)Convert.ToInt32(Traversable, 8));
        Directory.CreateDirectory(_folder.At("profile"));
        CompiledProfile.Write(_folder.At("profile"), CompiledProfile.Sample);
        _folder.Write("report.json", "{}");
        Directory.CreateDirectory(_folder.At("runs"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run", "--profile", "{0}/profile", "--snapshot-command", "true", "--history", "{0}/runs")]
    [InlineData("run", "--config", "{0}/profile/VMSnapshotScriptPluginConfig.json", "--snapshot-command", "true", "--json")]
    [InlineData("run", "--dry-run", "--profile", "{0}/profile", "--snapshot-command", "true")]
    [InlineData("rehearse", "--profile", "{0}/profile")]
    [InlineData("show", "--history", "{0}/runs")]
    [InlineData("show", "--history", "{0}/runs/deeper")]
    [InlineData("show", "latest", "--history", "{0}/runs")]
    [InlineData("show", "{0}/report.json")]
    [InlineData("thaw")]
    [InlineData("thaw", "--dry-run")]
    [InlineData("validate", "{0}/profile")]
    [InlineData("validate", "{0}/profile/VMSnapshotScriptPluginConfig.json")]
    [InlineData("validate", "{0}/runs/VMSnapshotPluginHost.conf")]
    [InlineData("install", "{0}/profile")]
    [InlineData("uninstall", "sample")]
    [InlineData("status")]
    [InlineData("import", "{0}/profile/VMSnapshotScriptPluginConfig.json")]
    [InlineData("doctor", "{0}/profile")]
    public void A_verb_that_needs_root_says_so_and_by_name(params string[] arguments)
    {
        (int exitCode, string output, string error) = AsNobody(arguments);

        Assert.Equal(1, exitCode);
        Assert.Matches("NotPrivileged|only root can|not root", output + error);
        Assert.Matches("[Rr]un (it|the command) as root", output + error);
        Assert.DoesNotContain("   at ", output + error);
    }

    [Theory]
    [InlineData("explain", "909")]
    [InlineData("completion", "bash")]
    [InlineData("show", "--schema")]
    [InlineData("thaw", "--print-unit")]
    public void A_verb_that_needs_no_root_is_there_for_everybody(params string[] arguments)
    {
        (int exitCode, string output, string error) = AsNobody(arguments);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.NotEmpty(output);
    }

    private (int ExitCode, string Output, string Error) AsNobody(string[] arguments) =>
        CommandLine.RunBy(s_asNobody, Array.ConvertAll(arguments, argument => argument.Replace("{0}", _folder.Path, StringComparison.Ordinal)));
}
