using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace Quiesce.Generators.Tests;

public sealed class RecordsTests
{
    [Fact]
    public void Every_artefact_is_recorded_with_its_path_mode_and_text()
    {
        var records = AssemblyRecords.Of(GeneratorRun.Over(Sources.WebShop));

        Assert.Empty(records.Rejections);
        Assert.Equal(
            ["web-shop/VMSnapshotScriptPluginConfig.json 600", "web-shop/install.sh 700", "web-shop/post.sh 700", "web-shop/pre.sh 700", "web-shop/profile.json 600"],
            records.Artifacts.Select(artifact => $"{artifact.Path} {artifact.Mode}").Order(System.StringComparer.Ordinal));
        Assert.All(records.Artifacts, artifact => Assert.NotEmpty(artifact.Text));
    }

    [Fact]
    public void An_edit_of_a_step_leaves_the_reference_assembly_as_it_was()
    {
        var run = GeneratorRun.Over(Sources.WebShop);
        var before = ReferenceAssemblyOf(run);
        run.Edit(Sources.WebShop.Replace("systemctl stop", "service stop"));

        Assert.Contains("service stop", string.Concat(AssemblyRecords.Of(run).Artifacts.Select(artifact => artifact.Text)));
        Assert.Equal(before, ReferenceAssemblyOf(run));
    }

    [Theory]
    [InlineData("TimeoutInSeconds = 0", "QSC1001")]
    [InlineData("TimeoutInSeconds = 1801", "QSC1001")]
    [InlineData("ScriptsExecutionPollTimeSeconds = 6", "QSC1002")]
    [InlineData("PreScriptNoOfRetries = -1", "QSC1004")]
    [InlineData("LeaseInSeconds = 20", "QSC2001")]
    public void A_profile_that_breaks_an_error_rule_is_recorded_as_rejected_and_has_no_artefact(string setting, string id)
    {
        var records = AssemblyRecords.Of(GeneratorRun.Over(Sources.Profile(", " + setting)));

        Assert.Empty(records.Artifacts);
        Assert.Equal(id, Assert.Single(records.Rejections).RuleId);
    }

    private static byte[] ReferenceAssemblyOf(GeneratorRun run)
    {
        using var stream = new MemoryStream();
        var result = run.Output.Emit(stream, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false));
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return stream.ToArray();
    }
}
