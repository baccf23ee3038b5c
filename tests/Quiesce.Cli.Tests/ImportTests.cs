using System;
using System.Text.Json;
using Quiesce.Runtime.Tests;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary>That what is printed compiles is shown beside the analyzers.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly string _config;

    public ImportTests()
    {
        _folder.Write("pre.sh", "#!/bin/sh\n/opt/agent hold\n");
        _folder.Write("post.sh", "/opt/agent release\n");
        _config = _folder.Write("config.json", """{"preScriptLocation": "/opt/pre.sh", "postScriptLocation": "/opt/post.sh"}""");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_profile_is_printed_and_the_same_stands_in_the_JSON()
    {
        (int exitCode, string source, _) = CommandLine.Run("import", _config, "--scripts", _folder.Path, "--name", "web-shop");
        (_, string json, _) = CommandLine.Run("import", _config, "--scripts", _folder.Path, "--name", "web-shop", "--json");

        Assert.Equal(0, exitCode);
        Assert.Contains("internal static partial class WebShop", source);
        JsonElement imported = JsonDocument.Parse(json).RootElement;
        Assert.Equal(("WebShop", source), (imported.GetProperty("class").GetString(), imported.GetProperty("source").GetString()));
    }

    [Fact]
    public void A_script_that_is_not_there_is_named()
    {
        (int exitCode, string output, string error) = CommandLine.Run("import", _config);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("/opt", error);
    }

    [Fact]
    public void A_malformed_configuration_is_refused_with_its_place()
    {
        string malformed = _folder.Write("malformed.json", "{");

        (int exitCode, _, string error) = CommandLine.Run("import", malformed);

        Assert.Equal(1, exitCode);
        Assert.Contains(malformed + ":1:", error);
    }
}
