using System;
using System.Diagnostics;
using System.IO;

namespace Quiesce.Benchmarks.Analyzers;

/// <summary>A generated project that uses this repository's analyzers as the sample does, in a temporary folder.</summary>
internal sealed class ScratchProject : IDisposable
{
    /// <summary>
    /// A rebuild, so that the compiler really runs; the projects it refers to stay as they are. Only detailed output has the compiler's table. Whether the compiler is the one that stays up is
    /// said here: an environment may have switched it off, and then every build measures how its own code is compiled first.
    /// </summary>
    private static readonly string[] Measured =
        ["build", "-t:Rebuild", "-p:BuildProjectReferences=false", "-p:ReportAnalyzer=true", "-p:UseSharedCompilation=true", "-c", "Release", "--no-restore", "-nologo", "-v:detailed"];

    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-benchmark-").FullName;

    public ScratchProject(int profiles, int plainFiles)
    {
        File.WriteAllText(
            Path.Combine(_folder, "Scratch.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{Repository.PathOf("src/Quiesce.Build/Quiesce.InRepository.targets")}" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(_folder, "Defaults.cs"), "[assembly: Quiesce.ProfileDefaults(ScriptsExecutionPollTimeSeconds = 1, PostScriptNoOfRetries = 3)]\n");
        for (var number = 0; number < profiles; number++)
            File.WriteAllText(Path.Combine(_folder, $"Profile{number}.cs"), ScratchSource.Profile(number));
        for (var number = 0; number < plainFiles; number++)
            File.WriteAllText(Path.Combine(_folder, $"Order{number}.cs"), ScratchSource.Plain(number));
    }

    public static string Command => "dotnet " + string.Join(' ', Measured);

    /// <summary>Restores, and builds the analyzers it refers to.</summary>
    public void Prepare() => Run("build", "-c", "Release", "-nologo", "-v:quiet");

    /// <summary>Compiles everything and returns what the build wrote.</summary>
    public string Rebuild() => Run(Measured);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Run(params string[] arguments)
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true })!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed in {_folder}:\n{output}");
    }
}
