using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Quiesce.Build.Tests.Scratch;
using Xunit;

namespace Quiesce.Package.Tests;

public sealed class PackageEntriesTests(PackedQuiesce packed)
{
    [Fact]
    public void An_authors_package_holds_exactly_what_an_author_needs_and_brings_no_other_along()
    {
        Assert.Equal(
            [
                "Quiesce.nuspec",
                "README.md",
                "analyzers/dotnet/cs/Quiesce.Analyzers.dll",
                "analyzers/dotnet/cs/Quiesce.CodeFixes.dll",
                "analyzers/dotnet/cs/Quiesce.Contract.dll",
                "analyzers/dotnet/cs/Quiesce.Generators.dll",
                "analyzers/dotnet/cs/ja/Quiesce.Analyzers.resources.dll",
                "analyzers/dotnet/cs/sv/Quiesce.Analyzers.resources.dll",
                "analyzers/dotnet/cs/zh-Hant/Quiesce.Analyzers.resources.dll",
                "build/Quiesce.props",
                "build/Quiesce.targets",
                "lib/netstandard2.0/Quiesce.dll",
                "lib/netstandard2.0/Quiesce.xml",
                .. PagesOfTheRules(),
                "schemas/VMSnapshotScriptPluginConfig.schema.json",
                "tasks/net8.0/Quiesce.Build.dll",
            ],
            Entries("Quiesce"));
        Assert.Empty(Dependencies("Quiesce"));
    }

    [Fact]
    public void The_runtimes_package_needs_only_what_is_published_with_it_and_the_abstraction_of_a_log()
    {
        Assert.Equal(
            ["Quiesce.Runtime.nuspec", "lib/net10.0/Quiesce.Runtime.dll", "lib/net10.0/Quiesce.Runtime.xml"],
            Entries("Quiesce.Runtime"));
        Assert.Equal(["Microsoft.Extensions.Logging.Abstractions", "Quiesce.Contract"], Dependencies("Quiesce.Runtime").Order(StringComparer.Ordinal));
        Assert.Equal(["Quiesce.Contract.nuspec", "lib/netstandard2.0/Quiesce.Contract.dll"], Entries("Quiesce.Contract"));
        Assert.Empty(Dependencies("Quiesce.Contract"));
    }

    private static IEnumerable<string> PagesOfTheRules()
        => Directory.GetFiles(Path.Combine(Repository.Root, "analyzers", "rules")).Select(page => "rules/" + Path.GetFileName(page)).Order(StringComparer.Ordinal);

    /// <summary>Without the container's own: its parts, and how they are joined.</summary>
    private IEnumerable<string> Entries(string id)
    {
        using var package = ZipFile.OpenRead(packed.FileOf(id));
        return package.Entries.Select(entry => entry.FullName)
            .Where(name => name is not ("[Content_Types].xml" or "_rels/.rels") && !name.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    private IEnumerable<string> Dependencies(string id)
    {
        using var package = ZipFile.OpenRead(packed.FileOf(id));
        using var manifest = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(manifest).Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => element.Attribute("id")!.Value)
            .ToList();
    }
}
