using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using Quiesce.Contract.Artifacts;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.Contract.Tests.Scripts;

public sealed class ShellQuotingTests(ITestOutputHelper output)
{
    private const int Values = 2000;

    /// <summary>What shells treat specially, and what encodings do, comes up far more often than in text.</summary>
    private const string Spice = "'''\"\"\\\\$`!*?[]{}()<>|&;#~=%^\n\n\t\r \u0001\u007f'\\'-aZ09äß€😀";

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void Every_shell_reads_back_exactly_what_was_quoted(string shell)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var values = Enumerable.Range(0, Values).Select(_ => RandomText(random)).ToArray();

        // One script for all values: each is assigned as in a compiled head, and printed with a NUL behind it.
        var script = new StringBuilder();
        foreach (var value in values)
            script.Append(new ScriptHead().Assign("value", value)).Append("printf '%s\\0' \"$value\"\n");

        Assert.Equal(values, Run(shell, script.ToString()).Split('\0')[..^1]);
    }

    [Fact]
    public void A_value_with_a_NUL_is_refused()
        => Assert.Throws<ArgumentException>(() => ShellQuoting.Quote("a\0b"));

    private static string RandomText(Random random)
    {
        var runes = Spice.EnumerateRunes().ToArray();
        var text = new StringBuilder();
        for (var length = random.Next(12); length > 0; length--)
            text.Append(runes[random.Next(runes.Length)]);
        return text.ToString();
    }

    private static string Run(string shell, string script)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, script, new UTF8Encoding(false));
            using var process = Process.Start(Shells.Start(shell, file))!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
