using System;
using System.IO;
using System.Threading.Tasks;

namespace Quiesce.Build.Tests.Scratch;

/// <summary>A class library that imports our props and targets as the package would, and runs the task this test was built with.</summary>
internal sealed class ScratchProject : IDisposable
{
    public const string Artifacts = "bin/Debug/net10.0/quiesce";
    public const string ArtifactsInObj = "obj/Debug/net10.0/quiesce";

    public ScratchProject(string frameworks = "<TargetFramework>net10.0</TargetFramework>")
    {
        var build = Path.Combine(Repository.Root, "src", "Quiesce.Build", "build");
        Folder.Write("Shop.csproj", $"""
            <Project>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <Import Project="{build}/Quiesce.props" />
              <PropertyGroup>
                {frameworks}
                <QuiesceTaskAssembly>{Path.Combine(AppContext.BaseDirectory, "Quiesce.Build.dll")}</QuiesceTaskAssembly>
              </PropertyGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
              <Import Project="{build}/Quiesce.targets" />
            </Project>
            """);
    }

    public ScratchFolder Folder { get; } = new();

    public void Write(RecordSource records) => Folder.Write("Records.cs", records.ToString());

    public Task<string> BuildsAsync(params string[] arguments) => DotNet.SucceedsAsync(Folder.Path, ["build", "Shop.csproj", "-nologo", .. arguments]);

    public Task<string> FailsAsync(params string[] arguments) => DotNet.FailsAsync(Folder.Path, ["build", "Shop.csproj", "-nologo", .. arguments]);

    public void Dispose() => Folder.Dispose();
}
