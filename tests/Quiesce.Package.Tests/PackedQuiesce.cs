using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Build.Tests.Scratch;
using Xunit;

[assembly: AssemblyFixture(typeof(Quiesce.Package.Tests.PackedQuiesce))]

namespace Quiesce.Package.Tests;

/// <summary>The package as it would be published, packed once from what this build made.</summary>
public sealed class PackedQuiesce : IAsyncLifetime
{
    private readonly ScratchFolder folder = new();

    /// <summary>The folder that holds the package and nothing else: a package source.</summary>
    public string Source => folder.Path;

    public string File => Directory.GetFiles(Source, "*.nupkg").Single();

    public string Version => Path.GetFileNameWithoutExtension(File)["Quiesce.".Length..];

    public async ValueTask InitializeAsync() =>
        await DotNet.SucceedsAsync(
            Path.Combine(Repository.Root, "src", "Quiesce.Package"),
            "pack", "--no-build", "-nologo", "-c", Repository.Configuration, "-o", Source);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
