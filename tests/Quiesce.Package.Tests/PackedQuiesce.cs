using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Build.Tests.Scratch;
using Xunit;

[assembly: AssemblyFixture(typeof(Quiesce.Package.Tests.PackedQuiesce))]

namespace Quiesce.Package.Tests;

/// <summary>The packages as they would be published, packed once from what this build made.</summary>
public sealed class PackedQuiesce : IAsyncLifetime
{
    private static readonly string[] Projects = ["Quiesce.Package", "Quiesce.Runtime", "Quiesce.Contract"];

    private readonly ScratchFolder folder = new();

    /// <summary>The folder that holds the packages and nothing else: a package source.</summary>
    public string Source => folder.Path;

    /// <summary>All have the one version of the repository.</summary>
    public string Version { get; private set; } = "";

    public string FileOf(string id) => Path.Combine(Source, $"{id}.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        foreach (var project in Projects)
            await DotNet.SucceedsAsync(Path.Combine(Repository.Root, "src", project), "pack", "--no-build", "-nologo", "-c", Repository.Configuration, "-o", Source);
        Version = Path.GetFileNameWithoutExtension(Directory.GetFiles(Source, "Quiesce.Runtime.*.nupkg").Single())["Quiesce.Runtime.".Length..];
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
