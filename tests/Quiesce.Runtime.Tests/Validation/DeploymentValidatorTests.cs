using System;
using System.IO;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
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

        Assert.Empty(DeploymentValidator.Validate(_folder.Path));
    }

    [Fact]
    public void A_setting_that_breaks_a_rule_is_found_in_the_configuration_with_its_place()
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample with { Host = CompiledProfile.Sample.Host with { TimeoutInSeconds = 1801, PreScriptNoOfRetries = -1 } });

        Finding[] found = [.. DeploymentValidator.Validate(_folder.Path)];

        Assert.All(found, finding => Assert.Equal((Finding.Error, "IncorrectJSONConfigFile (305)"), (finding.Severity, finding.Code)));
        Assert.Contains(found, finding => finding.Message.Contains(_folder.At(ArtifactNames.Config) + ":9:3: QSC1001", StringComparison.Ordinal));
        Assert.Contains(found, finding => finding.Message.Contains("QSC1004", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_about_what_only_the_profile_says_is_applied_too()
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample with { Run = CompiledProfile.Sample.Run with { LeaseInSeconds = 10 } });

        Assert.Contains(DeploymentValidator.Validate(_folder.Path), finding => finding is { Severity: Finding.Error, Code: "QSC2001" });
    }

    [Theory]
    [InlineData(ArtifactNames.Config)]
    [InlineData(ArtifactNames.PreScript)]
    [InlineData(ArtifactNames.PostScript)]
    public void A_file_changed_after_the_build_is_found(string name)
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);
        File.AppendAllText(_folder.At(name), "\n");

        Assert.Equal("ProfileMismatch (907)", Assert.Single(DeploymentValidator.Validate(_folder.Path)).Code);
    }

    [Fact]
    public void A_mode_that_a_host_would_refuse_is_a_warning_in_a_folder_and_an_error_in_place()
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);
        File.SetUnixFileMode(_folder.At(ArtifactNames.PreScript), (UnixFileMode)Convert.ToInt32("755", 8));

        Assert.Equal(Finding.Warning, Assert.Single(DeploymentValidator.Validate(_folder.Path)).Severity);

        string config = _folder.Write("in-place.json", $"{{\"preScriptLocation\": \"{_folder.At("pre.sh")}\", \"postScriptLocation\": \"{_folder.At("post.sh")}\"}}");
        File.Delete(_folder.At(ArtifactNames.Profile));
        Assert.Contains(DeploymentValidator.Validate(config), finding => finding is { Severity: Finding.Error, Code: "InsufficientPermissionforPre-Script (306)" });
    }

    [Fact]
    public void What_is_not_there_is_said() =>
        Assert.Equal("IncorrectJSONConfigFile (316)", Assert.Single(DeploymentValidator.Validate(_folder.At("none.json"))).Code);

    [Fact]
    public void A_profile_read_back_is_the_profile_that_was_compiled()
    {
        CompiledProfile.Write(_folder, CompiledProfile.Sample);
        string path = _folder.At(ArtifactNames.Profile);

        ProfileSpec read = Runtime.Configuration.ProfileManifest.Read(path, File.ReadAllBytes(path)).ToSpec(CompiledProfile.Sample.Host);

        Assert.Equal(CompiledProfile.Sample with { Declaration = null }, read);
    }
}
