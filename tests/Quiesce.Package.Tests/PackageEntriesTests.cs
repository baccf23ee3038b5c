using System;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace Quiesce.Package.Tests;

public sealed class PackageEntriesTests(PackedQuiesce package)
{
    [Fact]
    public void The_package_holds_exactly_what_an_author_needs()
    {
        using var entries = ZipFile.OpenRead(package.File);

        // The rest is the container's own: its parts, and how they are joined.
        Assert.Equal(
            [
                "Quiesce.nuspec",
                "README.md",
                "analyzers/dotnet/cs/Quiesce.Analyzers.dll",
                "analyzers/dotnet/cs/Quiesce.CodeFixes.dll",
                "analyzers/dotnet/cs/Quiesce.Contract.dll",
                "analyzers/dotnet/cs/Quiesce.Generators.dll",
                "build/Quiesce.props",
                "build/Quiesce.targets",
                "lib/netstandard2.0/Quiesce.dll",
                "lib/netstandard2.0/Quiesce.xml",
                "schemas/VMSnapshotScriptPluginConfig.schema.json",
                "tasks/net8.0/Quiesce.Build.dll",
            ],
            entries.Entries.Select(entry => entry.FullName)
                .Where(name => name is not ("[Content_Types].xml" or "_rels/.rels") && !name.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_brings_no_other_package_along()
    {
        using var entries = ZipFile.OpenRead(package.File);
        using var manifest = entries.GetEntry("Quiesce.nuspec")!.Open();

        Assert.DoesNotContain(XDocument.Load(manifest).Descendants(), element => element.Name.LocalName == "dependency");
    }
}
