using System.Threading.Tasks;
using Quiesce.Build.Tests.Scratch;
using Xunit;

namespace Quiesce.Build.Tests;

public sealed class FailedBuildTests
{
    [Fact]
    public async Task A_compile_error_or_a_rejected_profile_leaves_the_last_good_files_as_they_were()
    {
        using var project = new ScratchProject();
        project.Write(RecordSource.Profile("web-shop"));
        await project.BuildsAsync();
        var good = (project.Folder.Snapshot(ScratchProject.Artifacts), project.Folder.Snapshot(ScratchProject.ArtifactsInObj));

        project.Folder.Write("Broken.cs", "class");
        Assert.Contains("error CS", await project.FailsAsync("--no-restore"), System.StringComparison.Ordinal);
        AssertUntouched();

        project.Folder.Write("Broken.cs", "");
        project.Write(RecordSource.Profile("ledger").Rejected("Acme.WebShop", "QSC1001", "TimeoutInSeconds is 1801, the host allows 1 to 1800"));
        Assert.Contains(
            "Shop.csproj : error QSC1001: Acme.WebShop: TimeoutInSeconds is 1801, the host allows 1 to 1800",
            await project.FailsAsync("--no-restore", "-p:RunAnalyzers=false"),
            System.StringComparison.Ordinal);
        AssertUntouched();

        // The compiler has nothing to do now; the rejection is still there.
        Assert.Contains("error QSC1001", await project.FailsAsync("--no-restore"), System.StringComparison.Ordinal);
        AssertUntouched();

        project.Write(RecordSource.Profile("ledger").Artifact("../../../evil.sh", "700", "true"));
        Assert.Contains("error QSC9003", await project.FailsAsync("--no-restore"), System.StringComparison.Ordinal);
        AssertUntouched();

        project.Write(RecordSource.Profile("web-shop"));
        await project.BuildsAsync("--no-restore");
        AssertUntouched();

        void AssertUntouched()
        {
            Assert.Equal(good.Item1, project.Folder.Snapshot(ScratchProject.Artifacts));
            Assert.Equal(good.Item2, project.Folder.Snapshot(ScratchProject.ArtifactsInObj));
        }
    }

    [Fact]
    public async Task A_compiler_that_would_drop_the_generator_is_refused_by_name()
    {
        using var project = new ScratchProject();
        project.Write(RecordSource.Profile("web-shop"));

        var output = await project.FailsAsync("-p:CompilerApiVersion=roslyn4.13");

        Assert.Contains("error QSC9001: Quiesce needs the C# compiler 4.14", output, System.StringComparison.Ordinal);
        Assert.False(System.IO.Directory.Exists(project.Folder[ScratchProject.Artifacts]));
    }
}
