using System;
using System.IO;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Validation;
using Xunit;

namespace Quiesce.Runtime.Tests.Validation;

public sealed class DeploymentValidatorTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public DeploymentValidatorTests() => Privileges.RequireRoot();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_as_the_build_wrote_it_has_no_finding()
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);

        Assert.Empty(Validate(_folder.Path));
    }

    [Theory]
    [InlineData(ArtifactNames.Config)]
    [InlineData(ArtifactNames.PreScript)]
    [InlineData(ArtifactNames.PostScript)]
    [InlineData(ArtifactNames.Install)]
    public void A_file_changed_after_the_build_is_found(string name)
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);
        File.AppendAllText(_folder.At(name), "\n");

        Assert.Equal(
            $"{_folder.At(name)}: error 907: ProfileMismatch: is not the file that was compiled: its SHA-256 is not the one in profile.json",
            Assert.Single(Validate(_folder.Path)));
    }

    [Theory]
    [InlineData(ArtifactNames.Config, "640", "600", 317)]
    [InlineData(ArtifactNames.Profile, "644", "600", 317)]
    [InlineData(ArtifactNames.PreScript, "755", "700", 306)]
    [InlineData(ArtifactNames.PostScript, "600", "700", 307)]
    [InlineData(ArtifactNames.Install, "777", "700", 317)]
    public void A_mode_that_is_not_the_builds_is_a_warning_in_a_folder(string name, string mode, string built, int outcome)
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);
        File.SetUnixFileMode(_folder.At(name), (UnixFileMode)Convert.ToInt32(mode, 8));

        string found = Assert.Single(Validate(_folder.Path));

        Assert.StartsWith($"{_folder.At(name)}: warning {outcome}: ", found, StringComparison.Ordinal);
        Assert.EndsWith($"has mode {mode}; it was built with {built}", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ArtifactNames.Config, 316)]
    [InlineData(ArtifactNames.Profile, 907)]
    [InlineData(ArtifactNames.PreScript, 302)]
    [InlineData(ArtifactNames.PostScript, 303)]
    [InlineData(ArtifactNames.Install, 907)]
    public void A_file_that_is_missing_from_a_folder_is_an_error(string name, int outcome)
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);
        File.Delete(_folder.At(name));

        Assert.StartsWith($"{_folder.At(name)}: error {outcome}: ", Assert.Single(Validate(_folder.Path)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"kind\": \"mariadb\"", "\"kind\": \"oracle\"", "there is no engine of the kind 'oracle'", "\"oracle\"")]
    [InlineData("\"phase\": \"afterRelease\"", "\"phase\": \"whenever\"", "there is no phase 'whenever'", "\"whenever\"")]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2", "has schema version 2; this runtime reads version 1", "2,")]
    [InlineData("\"name\": \"sample\"", "\"name\": \"sample\", \"name\": \"other\"", "/name is there a second time", "\"sample\"")]
    [InlineData("\"leaseInSeconds\": 90", "\"leaseInSeconds\": 9O", "'O' is an invalid end of a number. Expected a delimiter.", "O,")]
    public void A_description_that_would_be_misunderstood_is_refused_at_its_place(string written, string tampered, string message, string textThere)
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);
        string text = File.ReadAllText(_folder.At(ArtifactNames.Profile)).Replace(written, tampered, StringComparison.Ordinal);
        _folder.Write(ArtifactNames.Profile, text);

        string[] before = text[..text.IndexOf(textThere, StringComparison.Ordinal)].Split('\n');
        Assert.Contains($"{_folder.At(ArtifactNames.Profile)}:{before.Length}:{before[^1].Length + 1}: error 907: ProfileMismatch: {message}", Validate(_folder.Path));
    }

    [Theory]
    [InlineData("""{"preScriptLocation": "/x/pre.sh", "postScriptLocation": "/x/post.sh", "timeoutInSeconds": 1801}""", "1:92: error QSC1001: TimeoutInSeconds is 1801")]
    [InlineData("""{"preScriptLocation": "/x/pre.sh", "postScriptLocation": "/x/post.sh", "preScriptNoOfRetries": -1, "ScriptsExecutionPollTimeSeconds": 6}""", "1:135: error QSC1002", "1:96: error QSC1004")]
    [InlineData("{\n  \"preScriptLocation\": \"pre.sh\",\n  \"postScriptLocation\": \"/tmp/post.sh\"\n}", "2:24: error QSC1006", "3:25: warning QSC1008")]
    [InlineData("""{"preScriptLocation": "/x/pre.sh", "postScriptLocation": "/x/post.sh", "comment": 1}""", "1:72: warning 305: IncorrectJSONConfigFile: unknown setting \"comment\" is ignored, as on the host")]
    [InlineData("""{"preScriptLocation": "/x/pre.sh"}""", "1:35: error 305: IncorrectJSONConfigFile: \"postScriptLocation\" is missing")]
    [InlineData("""{"preScriptLocation": "/x/pre.sh", "postScriptLocation": "/x/post.sh", "timeoutInSeconds": "9"}""", "1:92: error 305: IncorrectJSONConfigFile: \"timeoutInSeconds\" must be an integer, not a string")]
    [InlineData("{\n\"preScriptLocation\" \"/x\"}", "2:21: error 305: IncorrectJSONConfigFile: ")]
    [InlineData("", "1:1: error 305: IncorrectJSONConfigFile: ")]
    public void A_bare_configuration_is_judged_by_what_it_says(string text, params string[] expected)
    {
        string path = _folder.Write(ArtifactNames.Config, text);

        string[] found = [.. DeploymentValidator.Validate(path).All.Where(finding => finding.Severity > RuleSeverity.Info).Select(finding => finding.ToString())];

        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.StartsWith($"{path}:{pair.First}", pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_bare_configuration_does_not_say_is_not_judged()
    {
        string path = _folder.Write(ArtifactNames.Config, """{"preScriptLocation": "/x/pre.sh", "postScriptLocation": "/x/post.sh"}""");

        // That the scripts are not on this machine is no mistake of the file's.
        Assert.Collection(
            Validate(path),
            pre => Assert.StartsWith($"{path}:1:23: info 302: Pre-ScriptNotFound: /x/pre.sh: ", pre, StringComparison.Ordinal),
            post => Assert.StartsWith($"{path}:1:58: info 303: Post-ScriptNotFound: /x/post.sh: ", post, StringComparison.Ordinal));
    }

    [Fact]
    public void The_files_old_name_is_a_warning()
    {
        string path = _folder.Write(ArtifactNames.ObsoleteConfig, """{"preScriptLocation": "/x/pre.sh", "postScriptLocation": "/x/post.sh"}""");

        Assert.StartsWith($"{path}: warning 316: ", Validate(path)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Installed_where_its_profile_was_compiled_for_a_configuration_needs_its_scripts_as_they_were_compiled()
    {
        string config = _folder.At(ArtifactNames.Config);
        CompiledProfile.Write(_folder, CompiledProfile.Sample with
        {
            Run = CompiledProfile.Sample.Run with { ConfigLocation = config },
            Host = CompiledProfile.Sample.Host with { PreScriptLocation = _folder.At(ArtifactNames.PreScript), PostScriptLocation = _folder.At(ArtifactNames.PostScript) },
        });
        Assert.DoesNotContain(DeploymentValidator.Validate(config).All, finding => finding.Severity == RuleSeverity.Error);

        File.AppendAllText(_folder.At(ArtifactNames.PreScript), "#");
        File.SetUnixFileMode(_folder.At(ArtifactNames.PreScript), (UnixFileMode)Convert.ToInt32("755", 8));
        File.Delete(_folder.At(ArtifactNames.PostScript));

        Assert.Equal(
            ["306", "907", "303"],
            DeploymentValidator.Validate(config).All.Where(finding => finding.Severity == RuleSeverity.Error).Select(finding => finding.Kind.Id));
    }

    [Fact]
    public void What_is_not_there_is_said()
    {
        Assert.StartsWith($"{_folder.At("none.json")}: error 316: ", Assert.Single(Validate(_folder.At("none.json"))), StringComparison.Ordinal);
        Assert.StartsWith($"{_folder.At("none.conf")}: error 313: ", Assert.Single(Validate(_folder.At("none.conf"))), StringComparison.Ordinal);
    }

    private static string[] Validate(string path) => [.. DeploymentValidator.Validate(path).All.Select(finding => finding.ToString())];
}
