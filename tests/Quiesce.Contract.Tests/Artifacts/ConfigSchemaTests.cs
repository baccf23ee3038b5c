using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Quiesce.Contract.Artifacts;
using Xunit;

namespace Quiesce.Contract.Tests.Artifacts;

public sealed class ConfigSchemaTests
{
    /// <summary>The file that goes into the package. <c>QUIESCE_ACCEPT=1</c> writes it anew.</summary>
    [Fact]
    public void The_published_schema_is_the_one_the_limits_give()
    {
        var path = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../src/Quiesce.Package", ConfigSchemaCompiler.FileName);
        if (Environment.GetEnvironmentVariable("QUIESCE_ACCEPT") == "1")
            File.WriteAllText(path, ConfigSchemaCompiler.Compile());

        Assert.Equal(ConfigSchemaCompiler.Compile(), File.ReadAllText(path));
    }

    [Fact]
    public void Every_field_of_a_compiled_configuration_is_described()
    {
        using var schema = JsonDocument.Parse(ConfigSchemaCompiler.Compile());
        using var config = JsonDocument.Parse(ConfigJsonCompiler.Compile(SampleProfiles.WebShop.Host, "/pre", "/post"));

        Assert.Equal(
            config.RootElement.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal),
            schema.RootElement.GetProperty("properties").EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
