using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Shell;
using Xunit;

namespace Quiesce.Contract.Tests.Shell;

/// <summary>Compares the parser's verdicts with dash's.</summary>
internal static class ShellVerdicts
{
    private const int Shown = 20;

    public static void AssertAgreement(IReadOnlyList<string> scripts)
    {
        Assert.SkipUnless(DashVerdicts.IsInstalled, "dash is not installed, so there is nothing to compare with");

        var disagreements = scripts.Zip(DashVerdicts.Of(scripts))
            .Where(pair => ShellScript.Parse(pair.First).Error is null != pair.Second)
            .OrderBy(pair => pair.First.Length)
            .Select(pair => Describe(pair.First, pair.Second))
            .ToList();
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} of {scripts.Count} verdicts differ:\n{string.Join("\n", disagreements.Take(Shown))}");
    }

    private static string Describe(string script, bool dashAccepts)
    {
        var ours = ShellScript.Parse(script).Error is { } error ? $"refuse it at {error.Range.Start} ({error.Message})" : "accept it";
        return $"dash {(dashAccepts ? "accepts" : "refuses")}, we {ours}: <<{script}>>";
    }
}
