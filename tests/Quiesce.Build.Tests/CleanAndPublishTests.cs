using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Build.Tests.Scratch;
using Xunit;

namespace Quiesce.Build.Tests;

public sealed class CleanAndPublishTests
{
    [Fact]
    public async Task Publish_carries_exactly_the_files_of_today_and_clean_leaves_none()
    {
        using var project = new ScratchProject();
        project.Write(RecordSource.Profile("web-shop"));
        await project.BuildsAsync();
        project.Folder.Write("out/quiesce/retired/pre.sh", "true\n");

        await PublishAsync();
        Assert.Equal(
            [
                "out/quiesce/web-shop/",
                "out/quiesce/web-shop/config.json 600",
                "out/quiesce/web-shop/pre.sh 700",
            ],
            project.Folder.Tree("out/quiesce"));

        project.Write(RecordSource.Profile("ledger"));
        await PublishAsync();
        Assert.Equal(
            [
                "out/quiesce/ledger/",
                "out/quiesce/ledger/config.json 600",
                "out/quiesce/ledger/pre.sh 700",
            ],
            project.Folder.Tree("out/quiesce"));

        // Not rebuilt: what the last build left is what is carried.
        Directory.Delete(project.Folder["out"], recursive: true);
        await PublishAsync("--no-build");
        Assert.Equal(3, project.Folder.Tree("out/quiesce").Count);

        project.Folder.Write(ScratchProject.Artifacts + "/notes.txt", "somebody else's");
        await CleanAsync();
        Assert.Equal([project.Folder[ScratchProject.Artifacts + "/notes.txt"]], Directory.GetFiles(project.Folder[ScratchProject.Artifacts], "*", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(project.Folder[ScratchProject.ArtifactsInObj]));

        File.Delete(project.Folder[ScratchProject.Artifacts + "/notes.txt"]);
        await project.BuildsAsync("--no-restore", "--no-incremental");
        Assert.Equal(3, project.Folder.Tree(ScratchProject.Artifacts).Count);
        await CleanAsync();
        Assert.False(Directory.Exists(project.Folder[ScratchProject.Artifacts]));

        Task PublishAsync(string option = "--no-restore") =>
            DotNet.SucceedsAsync(project.Folder.Path, "publish", "Shop.csproj", "-nologo", "-c", "Debug", "-o", "out", option);

        Task CleanAsync() => DotNet.SucceedsAsync(project.Folder.Path, "clean", "Shop.csproj", "-nologo");
    }

    [Fact]
    public async Task A_single_file_application_has_the_files_beside_it_and_not_inside()
    {
        using var project = new ScratchProject("<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>");
        project.Write(RecordSource.Profile("web-shop"));
        project.Folder.Write("Program.cs", "internal static class Program { private static void Main() { } }");

        await DotNet.SucceedsAsync(
            project.Folder.Path,
            "publish", "Shop.csproj", "-nologo", "-o", "out", "--use-current-runtime", "--self-contained", "false", "-p:PublishSingleFile=true", "-p:DebugType=none");

        Assert.Equal(
            [
                "out/Shop",
                "out/quiesce/",
                "out/quiesce/web-shop/",
                "out/quiesce/web-shop/config.json 600",
                "out/quiesce/web-shop/pre.sh 700",
            ],
            [.. project.Folder.Tree("out").Select(entry => entry.StartsWith("out/Shop ", StringComparison.Ordinal) ? "out/Shop" : entry)]);
    }
}
