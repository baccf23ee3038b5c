using System;
using System.Threading.Tasks;
using Quiesce.Build.Tests.Scratch;

namespace Quiesce.Package.Tests;

/// <summary>An author's project outside the repository, which gets Quiesce from a folder of packages and from nowhere else.</summary>
internal sealed class AuthorProject : IDisposable
{
    public const string Artifacts = "bin/Debug/net10.0/quiesce";

    public AuthorProject(PackedQuiesce package, string properties)
    {
        // The packages folder is the project's own: the machine's would keep the package of an earlier run under the same version.
        Folder.Write("Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestorePackagesPath>$(MSBuildProjectDirectory)/obj/packages</RestorePackagesPath>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Quiesce" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """);
        Folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="folder" value="{package.Source}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    public ScratchFolder Folder { get; } = new();

    public Task BuildsAsync() => DotNet.SucceedsAsync(Folder.Path, "build", "-nologo");

    public Task<string> FailsAsync(params string[] arguments) => DotNet.FailsAsync(Folder.Path, ["build", "-nologo", .. arguments]);

    public void Dispose() => Folder.Dispose();
}
