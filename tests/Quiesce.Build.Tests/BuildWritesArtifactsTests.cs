using System.IO;
using System.Threading.Tasks;
using Quiesce.Build.Tests.Scratch;
using Xunit;

namespace Quiesce.Build.Tests;

public sealed class BuildWritesArtifactsTests
{
    [Fact]
    public async Task A_build_writes_the_files_and_the_next_one_touches_nothing_until_a_profile_changes()
    {
        using var project = new ScratchProject();
        project.Write(RecordSource.Profile("web-shop"));
        await project.BuildsAsync();

        Assert.Equal(
            [
                "bin/Debug/net10.0/quiesce/web-shop/",
                "bin/Debug/net10.0/quiesce/web-shop/config.json 600",
                "bin/Debug/net10.0/quiesce/web-shop/pre.sh 700",
            ],
            project.Folder.Tree(ScratchProject.Artifacts));
        Assert.Equal("lease=90\nhold\n"u8.ToArray(), File.ReadAllBytes(project.Folder[ScratchProject.Artifacts + "/web-shop/pre.sh"]));
        Assert.Equal("{ }\n"u8.ToArray(), File.ReadAllBytes(project.Folder[ScratchProject.Artifacts + "/web-shop/config.json"]));

        var first = project.Folder.Snapshot(ScratchProject.Artifacts);
        await project.BuildsAsync("--no-restore");
        Assert.Equal(first, project.Folder.Snapshot(ScratchProject.Artifacts));

        var untouched = File.GetLastWriteTimeUtc(project.Folder[ScratchProject.Artifacts + "/web-shop/config.json"]);
        project.Write(RecordSource.Profile("web-shop", lease: "120"));
        await project.BuildsAsync("--no-restore");
        Assert.Equal("lease=120\nhold\n", File.ReadAllText(project.Folder[ScratchProject.Artifacts + "/web-shop/pre.sh"]));
        Assert.Equal(untouched, File.GetLastWriteTimeUtc(project.Folder[ScratchProject.Artifacts + "/web-shop/config.json"]));

        // A renamed profile leaves neither files nor an empty folder behind, and a file lost from either place comes back.
        project.Write(RecordSource.Profile("ledger"));
        File.Delete(project.Folder[ScratchProject.ArtifactsInObj + "/web-shop/pre.sh"]);
        await project.BuildsAsync("--no-restore");
        File.Delete(project.Folder[ScratchProject.Artifacts + "/ledger/pre.sh"]);
        File.Delete(project.Folder[ScratchProject.ArtifactsInObj + "/ledger/config.json"]);
        await project.BuildsAsync("--no-restore");
        Assert.Equal(
            [
                "bin/Debug/net10.0/quiesce/ledger/",
                "bin/Debug/net10.0/quiesce/ledger/config.json 600",
                "bin/Debug/net10.0/quiesce/ledger/pre.sh 700",
            ],
            project.Folder.Tree(ScratchProject.Artifacts));
        Assert.Equal(3, project.Folder.Tree(ScratchProject.ArtifactsInObj).Count);

        project.Write(new RecordSource());
        await project.BuildsAsync("--no-restore");
        Assert.False(Directory.Exists(project.Folder[ScratchProject.Artifacts]));
    }
}
