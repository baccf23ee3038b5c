using System.IO;
using System.Threading.Tasks;
using Quiesce.Build.Tests.Scratch;
using Xunit;

namespace Quiesce.Build.Tests;

public sealed class EmissionTurnedOffTests
{
    [Fact]
    public async Task Neither_the_switch_nor_a_design_time_build_writes_or_deletes_a_file()
    {
        using var project = new ScratchProject();
        project.Write(RecordSource.Profile("web-shop"));
        await project.BuildsAsync("-p:QuiesceEmitArtifacts=false");
        Assert.False(Directory.Exists(project.Folder[ScratchProject.ArtifactsInObj]));
        Assert.False(Directory.Exists(project.Folder[ScratchProject.Artifacts]));

        await project.BuildsAsync("--no-restore");
        var written = project.Folder.Snapshot(ScratchProject.Artifacts);

        project.Write(RecordSource.Profile("ledger"));
        await project.BuildsAsync("--no-restore", "-p:QuiesceEmitArtifacts=false");
        Assert.Equal(written, project.Folder.Snapshot(ScratchProject.Artifacts));
        await project.BuildsAsync("--no-restore", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");
        Assert.Equal(written, project.Folder.Snapshot(ScratchProject.Artifacts));
        await project.BuildsAsync("--no-restore", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");
        Assert.Equal(written, project.Folder.Snapshot(ScratchProject.Artifacts));
    }
}
