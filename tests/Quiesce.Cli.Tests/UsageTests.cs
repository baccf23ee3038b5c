using System;
using System.Text.Json;
using Quiesce.Contract.Artifacts;
using Xunit;

namespace Quiesce.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("walk")]
    [InlineData("run")]
    [InlineData("run", "--profile", "a", "--root", "b", "--snapshot-command", "true")]
    [InlineData("run", "--profile", "a", "--config", "b", "--snapshot-command", "true")]
    [InlineData("run", "--profile", "a")]
    [InlineData("run", "--snapshot-command", "true", "--metrics=")]
    [InlineData("validate")]
    [InlineData("completion", "tcsh")]
    [InlineData("import")]
    [InlineData("import", "config.json", "--name", "Web Shop")]
    public void Wrong_usage_exits_with_2(params string[] arguments) => Assert.Equal(2, CommandLine.Run(arguments).ExitCode);

    [Theory]
    [InlineData("--root", "run", "--snapshot-command", "true", "--root", "")]
    [InlineData("--profile", "run", "--snapshot-command", "true", "--profile", "")]
    [InlineData("--config", "run", "--snapshot-command", "true", "--config", "")]
    [InlineData("--mount", "run", "--snapshot-command", "true", "--mount", "")]
    [InlineData("--snapshot-command", "run", "--snapshot-command", "")]
    [InlineData("--snapshot-command", "run", "--snapshot-command", " \t")]
    [InlineData("--snapshot", "run", "--snapshot", "")]
    [InlineData("--report", "run", "--snapshot-command", "true", "--report", "")]
    [InlineData("--history", "run", "--snapshot-command", "true", "--history", "")]
    [InlineData("--metrics", "run", "--snapshot-command", "true", "--metrics", "")]
    [InlineData("--root", "rehearse", "--root", "")]
    [InlineData("PATH", "validate", "")]
    [InlineData("PATH", "doctor", "")]
    [InlineData("DIR", "install", "")]
    [InlineData("--root", "install", "/srv", "--root", "")]
    [InlineData("NAME", "uninstall", "")]
    [InlineData("--root", "status", "--root", "")]
    [InlineData("FILE", "import", "")]
    [InlineData("--scripts", "import", "config.json", "--scripts", "")]
    [InlineData("RUN", "show", "")]
    [InlineData("--html", "show", "--html", "")]
    [InlineData("--history", "show", "--history", "")]
    [InlineData("--records", "thaw", "--records", "")]
    [InlineData("CODE", "explain", "")]
    public void An_empty_value_is_refused_by_name(string name, params string[] arguments)
    {
        (int exitCode, string output, string error) = CommandLine.Run(arguments);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith($"{name} is empty", error);
        Assert.Equal(2, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("validate", "-h")]
    [InlineData("explain", "-h")]
    [InlineData("show", "-h")]
    [InlineData("rehearse", "-h")]
    [InlineData("thaw", "-h")]
    [InlineData("completion", "-h")]
    [InlineData("install", "-h")]
    [InlineData("uninstall", "-h")]
    [InlineData("status", "-h")]
    [InlineData("doctor", "-h")]
    [InlineData("import", "-h")]
    public void Help_has_examples_and_exit_codes(params string[] arguments)
    {
        (int exitCode, string output, _) = CommandLine.Run(arguments);

        Assert.Equal(0, exitCode);
        Assert.Contains("Examples:", output);
        Assert.Contains("Exit codes:", output);
    }

    [Theory]
    [InlineData("305", "IncorrectJSONConfigFile (305)")]
    [InlineData("pre-scripttimeout", "Pre-ScriptTimeout (308)")]
    [InlineData("42", "hold-lost")]
    [InlineData("lease-ended", "(43)")]
    [InlineData("qsc1001", "TimeoutInSeconds")]
    public void Explain_knows_outcomes_the_scripts_statuses_and_rules(string code, string expected)
    {
        (int exitCode, string output, _) = CommandLine.Run("explain", code);

        Assert.Equal(0, exitCode);
        Assert.Contains(expected, output);
    }

    [Theory]
    [InlineData("305", "outcome", "IncorrectJSONConfigFile")]
    [InlineData("hold-lost", "scriptStatus", "hold-lost")]
    [InlineData("QSC1001", "rule", "Timeout is outside the host's range")]
    public void Explain_says_the_same_as_JSON(string code, string kind, string name)
    {
        using JsonDocument json = JsonDocument.Parse(CommandLine.Run("explain", code, "--json").Output);

        JsonElement explanation = Assert.Single(json.RootElement.GetProperty("explanations").EnumerateArray());
        Assert.Equal((kind, name), (explanation.GetProperty("kind").GetString(), explanation.GetProperty("name").GetString()));
    }

    [Fact]
    public void A_long_word_is_not_repeated_whole()
    {
        (int exitCode, _, string error) = CommandLine.Run("explain", new string('x', 10_000));

        Assert.Equal(1, exitCode);
        Assert.InRange(error.Length, 1, 300);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("run", "--snapshot-command", "true")]
    public void A_file_is_no_history(params string[] arguments)
    {
        (int exitCode, string output, string error) = CommandLine.Run([.. arguments, "--history", CommandLine.Executable]);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith($"--history: '{CommandLine.Executable}' is a file", error);
    }

    [Fact]
    public void What_is_no_regular_file_is_named()
    {
        (int exitCode, _, string error) = CommandLine.Run("import", "/dev/null");

        Assert.Equal(1, exitCode);
        Assert.Contains("/dev/null is not a regular file", error);
    }

    [Fact]
    public void Explain_says_so_when_it_does_not_know() => Assert.Equal(1, CommandLine.Run("explain", "12345").ExitCode);

    [Fact]
    public void The_version_is_that_of_the_compiled_artefacts() => Assert.Equal((0, GeneratorVersion.Text + "\n", ""), CommandLine.Run("--version"));
}
