using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace Quiesce.Contract.Tests.Shell;

/// <summary>Broken scripts: another few thousand each run, and always the same ones for the seed that is printed.</summary>
public sealed class ShellFuzzTests(ITestOutputHelper output)
{
    private const string SeedVariable = "QUIESCE_FUZZ_SEED";
    private const string CountVariable = "QUIESCE_FUZZ_COUNT";
    private const int DefaultCount = 3000;
    private const int LongestOriginal = 300;

    [Fact]
    public void Agree_with_dash_on_scripts_broken_at_random()
    {
        var seed = FromEnvironment(SeedVariable) ?? Random.Shared.Next();
        var count = FromEnvironment(CountVariable) ?? DefaultCount;
        output.WriteLine($"{SeedVariable}={seed} repeats these {count} scripts.");

        var random = new Random(seed);
        var mutation = new ShellMutation(random);
        var originals = ShellCorpus.All.Where(script => script.Length <= LongestOriginal).ToList();
        ShellVerdicts.AssertAgreement([.. Enumerable.Range(0, count).Select(_ => mutation.Of(originals[random.Next(originals.Count)]))]);
    }

    private static int? FromEnvironment(string variable)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
}
