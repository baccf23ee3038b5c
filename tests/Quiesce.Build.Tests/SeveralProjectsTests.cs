using System.IO;
using System.Threading.Tasks;
using Quiesce.Build.Tests.Scratch;
using Xunit;

namespace Quiesce.Build.Tests;

public sealed class SeveralProjectsTests
{
    [Fact]
    public async Task A_project_that_references_the_profiles_carries_none_of_their_files()
    {
        using var project = new ScratchProject();
        project.Write(RecordSource.Profile("web-shop"));
        project.Folder.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Shop.csproj" />
              </ItemGroup>
            </Project>
            """);
        project.Folder.Write("Directory.Build.props", "<Project><PropertyGroup><DefaultItemExcludes>$(DefaultItemExcludes);App/**</DefaultItemExcludes></PropertyGroup></Project>");

        await DotNet.SucceedsAsync(project.Folder["App"], "publish", "-nologo", "-c", "Debug", "-o", "../out");

        Assert.True(Directory.Exists(project.Folder[ScratchProject.Artifacts]));
        Assert.True(File.Exists(project.Folder["out/Shop.dll"]));
        Assert.False(Directory.Exists(project.Folder["out/quiesce"]));
        Assert.False(Directory.Exists(project.Folder["App/bin/Debug/net10.0/quiesce"]));
    }

    [Fact]
    public async Task Target_frameworks_that_share_an_output_folder_have_one_writer()
    {
        using var project = new ScratchProject("<TargetFrameworks>net10.0;net8.0</TargetFrameworks>");
        project.Write(RecordSource.Profile("web-shop"));
        project.Folder.Write("Other.cs", """
            #if NET8_0
            [Quiesce.Generated.QuiesceArtifact("only-on-net8/pre.sh", "700", "true", new string[0])]
            internal static class OnlyOnNet8 { }
            #endif
            """);

        await project.BuildsAsync("-p:OutDir=shared/");
        Assert.Equal(
            [
                "shared/quiesce/web-shop/",
                "shared/quiesce/web-shop/config.json 600",
                "shared/quiesce/web-shop/pre.sh 700",
            ],
            project.Folder.Tree("shared/quiesce"));

        await project.BuildsAsync("--no-restore");
        Assert.Equal(3, project.Folder.Tree(ScratchProject.Artifacts).Count);
        Assert.Equal(5, project.Folder.Tree("bin/Debug/net8.0/quiesce").Count);
    }
}
