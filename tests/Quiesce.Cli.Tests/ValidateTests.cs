using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Tests;
using Xunit;

namespace Quiesce.Cli.Tests;

public sealed class ValidateTests : IDisposable
{
    private static readonly ProfileSpec s_withShortLease = CompiledProfile.Sample with { Run = CompiledProfile.Sample.Run with { LeaseInSeconds = 66 } };
    private static readonly ProfileSpec s_withLongLease = CompiledProfile.Sample with { Run = CompiledProfile.Sample.Run with { LeaseInSeconds = 301 } };
    private static readonly ProfileSpec s_withOnePostAttempt = CompiledProfile.Sample with { Host = CompiledProfile.Sample.Host with { PostScriptNoOfRetries = 0 } };

    private readonly ScratchFolder _folder = new();

    public ValidateTests() => Privileges.RequireRoot();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_exit_code_is_that_of_the_worst_finding()
    {
        Assert.Equal(0, ExitCodeOf(CompiledProfile.Sample));
        Assert.Equal(0, ExitCodeOf(s_withOnePostAttempt));
        Assert.Equal(6, ExitCodeOf(s_withLongLease));
        Assert.Equal(1, ExitCodeOf(s_withShortLease));
        Assert.Equal(1, ExitCodeOf(s_withShortLease with { Host = s_withOnePostAttempt.Host }));
    }

    [Theory]
    [InlineData("validate", "/", "--format", "xml")]
    [InlineData("validate", "/", "/")]
    public void Wrong_usage_exits_with_2(params string[] arguments) => Assert.Equal(2, CommandLine.Run(arguments).ExitCode);

    [Fact]
    public void Text_has_a_line_for_each_finding_with_a_place_to_click()
    {
        CompiledProfile.Write(_folder, s_withShortLease);

        string output = CommandLine.Run("validate", _folder.Path).Output;

        Assert.Matches($"^{_folder.At(ArtifactNames.Profile)}:6:21: error QSC2001: LeaseInSeconds is 66; [^\n]*\n{_folder.Path}: 1 error\n$", output);
    }

    [Fact]
    public void Json_says_the_same_to_programs()
    {
        CompiledProfile.Write(_folder, s_withShortLease);
        File.Delete(_folder.At(ArtifactNames.Install));

        using JsonDocument json = JsonDocument.Parse(CommandLine.Run("validate", "--format", "json", _folder.Path).Output);

        Assert.Equal((1, _folder.Path, "error"), (json.RootElement.GetProperty("schemaVersion").GetInt32(), json.RootElement.GetProperty("path").GetString(), json.RootElement.GetProperty("worst").GetString()));
        JsonElement[] findings = [.. json.RootElement.GetProperty("findings").EnumerateArray()];
        Assert.Equal(2, findings.Length);
        Assert.Equal(["severity", "id", "name", "file", "message"], findings[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(("907", "ProfileMismatch", _folder.At(ArtifactNames.Install)), (Text(findings[0], "id"), Text(findings[0], "name"), Text(findings[0], "file")));
        Assert.Equal(["severity", "id", "file", "line", "column", "message"], findings[1].EnumerateObject().Select(member => member.Name));
        Assert.Equal(("error", "QSC2001", 6, 21), (Text(findings[1], "severity"), Text(findings[1], "id"), findings[1].GetProperty("line").GetInt32(), findings[1].GetProperty("column").GetInt32()));
    }

    [Fact]
    public void Every_member_of_the_json_is_explained_in_the_help()
    {
        CompiledProfile.Write(_folder, s_withShortLease);
        File.Delete(_folder.At(ArtifactNames.Install));

        string help = CommandLine.Run("validate", "--help").Output;
        using JsonDocument json = JsonDocument.Parse(CommandLine.Run("validate", "--format", "json", _folder.Path).Output);

        Assert.All(
            json.RootElement.EnumerateObject().Concat(json.RootElement.GetProperty("findings").EnumerateArray().SelectMany(finding => finding.EnumerateObject())),
            member => Assert.Matches($@"\n +([a-z]+, )?{member.Name}[, ]", help));
    }

    [Fact]
    public void Sarif_names_the_rule_its_page_and_the_place()
    {
        using var odd = new ScratchFolder();
        string folder = Directory.CreateDirectory(odd.At("a b#ä")).FullName;
        CompiledProfile.Write(odd, s_withShortLease);
        foreach (string file in Directory.GetFiles(odd.Path))
            File.Move(file, Path.Combine(folder, Path.GetFileName(file)));

        using JsonDocument json = JsonDocument.Parse(CommandLine.Run("validate", "--format", "sarif", folder).Output);

        JsonElement run = Sarif.RequireValid(json.RootElement);
        JsonElement rule = Assert.Single(run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray());
        Assert.Equal("QSC2001", Text(rule, "id"));
        Assert.Equal(LeaseTooShortForHostRule.RuleTitle, Text(rule.GetProperty("shortDescription"), "text"));
        Assert.Equal(RulePages.Of("QSC2001"), Text(rule, "helpUri"));
        JsonElement result = Assert.Single(run.GetProperty("results").EnumerateArray());
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(Path.Combine(folder, ArtifactNames.Profile), new Uri(Text(place.GetProperty("artifactLocation"), "uri")).LocalPath);
        Assert.Equal((6, 21), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
    }

    [Fact]
    public void Sarif_of_outcomes_warnings_and_information_is_valid_too()
    {
        CompiledProfile.Write(_folder, s_withLongLease with { Host = s_withOnePostAttempt.Host });
        File.Delete(_folder.At(ArtifactNames.Install));

        using JsonDocument json = JsonDocument.Parse(CommandLine.Run("validate", "--format", "sarif", _folder.Path).Output);

        JsonElement run = Sarif.RequireValid(json.RootElement);
        Assert.Equal(["907 error", "QSC2002 warning", "QSC2006 note"], run.GetProperty("results").EnumerateArray().Select(result => $"{Text(result, "ruleId")} {Text(result, "level")}"));
    }

    [Fact]
    public void Sarif_of_nothing_is_valid_too()
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);

        using JsonDocument json = JsonDocument.Parse(CommandLine.Run("validate", "--format", "sarif", _folder.Path).Output);

        Assert.Empty(Sarif.RequireValid(json.RootElement).GetProperty("results").EnumerateArray());
    }

    private int ExitCodeOf(ProfileSpec profile)
    {
        CompiledProfile.Write(_folder, profile);
        return CommandLine.Run("validate", _folder.Path).ExitCode;
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
