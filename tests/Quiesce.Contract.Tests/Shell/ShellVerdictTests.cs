using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Quiesce.Contract.Shell;
using Xunit;

namespace Quiesce.Contract.Tests.Shell;

public sealed class ShellVerdictTests(ITestOutputHelper output)
{
    private const int SmallestCorpus = 500;
    private const long LargestSystemScript = 256 * 1024;

    [Fact]
    public void The_corpus_is_large_enough_and_holds_both_verdicts()
    {
        var scripts = ShellCorpus.All.Distinct(StringComparer.Ordinal).ToList();
        var refused = scripts.Count(script => ShellScript.Parse(script).Error is not null);

        output.WriteLine($"{scripts.Count} scripts, {refused} of them refused");
        Assert.True(scripts.Count >= SmallestCorpus);
        Assert.InRange(refused, scripts.Count / 5, scripts.Count * 4 / 5);
    }

    [Fact]
    public void Agree_with_dash_on_every_script_written_by_hand() => ShellVerdicts.AssertAgreement(ShellCorpus.WrittenByHand);

    [Fact]
    public void Agree_with_dash_on_every_generated_script() => ShellVerdicts.AssertAgreement(ShellCorpus.Generated);

    [Fact]
    public void Agree_with_dash_on_the_scripts_of_this_system()
    {
        var scripts = SystemScripts().ToList();
        Assert.SkipWhen(scripts.Count == 0, "this system has no shell scripts in its usual folders");
        ShellVerdicts.AssertAgreement(scripts);
    }

    private static IEnumerable<string> SystemScripts()
    {
        foreach (var folder in new[] { "/etc/init.d", "/usr/bin", "/usr/sbin" }.Where(Directory.Exists))
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(file => file.Exists && file.Length is > 2 and <= LargestSystemScript))
            {
                using var reader = new StreamReader(file.FullName, Encoding.Latin1);
                var start = new char[2];
                if (reader.ReadBlock(start, 0, 2) == 2 && start is ['#', '!'] && reader.ReadLine() is { } shell && shell.Contains("sh", StringComparison.Ordinal))
                    yield return "#!" + shell + "\n" + reader.ReadToEnd();
            }
        }
    }
}
