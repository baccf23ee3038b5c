using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using Quiesce.Contract.Artifacts;
using Xunit;

namespace Quiesce.Contract.Tests.Scripts;

public sealed class ShellCheckTests
{
    public static IEnumerable<TheoryDataRow<string>> Bodies
        => typeof(ScriptFragments).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sh", System.StringComparison.Ordinal))
            .Select(name => new TheoryDataRow<string>(name[..^3]));

    public static IEnumerable<TheoryDataRow<string>> Artifacts
        => ArtifactCompiler.Compile(SampleProfiles.EveryEngine)
            .Concat(ArtifactCompiler.Compile(SampleProfiles.WebShop))
            .Concat(ArtifactCompiler.Compile(SampleProfiles.FurtherEngines))
            .Where(artifact => artifact.Path.EndsWith(".sh", System.StringComparison.Ordinal))
            .Select(artifact => new TheoryDataRow<string>(artifact.Path));

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Every_body_is_clean(string name) => AssertClean(ScriptFragments.Text(name));

    [Theory]
    [MemberData(nameof(Artifacts))]
    public void Every_compiled_script_is_clean(string path)
        => AssertClean(ArtifactCompiler.TextOf(
            ArtifactCompiler.Compile(SampleProfiles.EveryEngine)
                .Concat(ArtifactCompiler.Compile(SampleProfiles.WebShop))
                .Concat(ArtifactCompiler.Compile(SampleProfiles.FurtherEngines))
                .Single(artifact => artifact.Path == path)));

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Every_body_begins_by_saying_what_lives_in_it(string name)
        => Assert.StartsWith($"# {name}: ", ScriptFragments.Text(name), System.StringComparison.Ordinal);

    private static void AssertClean(string text)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/shellcheck"), "shellcheck is not installed");
        using var process = Process.Start(new ProcessStartInfo("shellcheck", ["-s", "sh", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
        })!;
        process.StandardInput.Write(text);
        process.StandardInput.Close();
        var findings = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", findings);
    }
}
