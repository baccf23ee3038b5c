using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Quiesce.Contract.Artifacts;
using Xunit;

namespace Quiesce.Contract.Tests.Scripts;

public sealed partial class ScriptExitStatusTests
{
    [Fact]
    public void The_scripts_know_exactly_the_statuses_of_the_table()
        => Assert.Equal(
            ScriptExitStatus.All.Select(status => (status.Name, status.Number)),
            StatusLine().Matches(ScriptFragments.Text("core"))
                .Select(line => (line.Groups[1].Value, int.Parse(line.Groups[2].Value, CultureInfo.InvariantCulture))));

    [Fact]
    public void Every_cause_has_a_status_of_its_own()
        => Assert.Distinct(ScriptExitStatus.All.Select(status => status.Number));

    [Fact]
    public void Every_cause_that_a_script_names_is_in_the_table()
    {
        var pre = ScriptCompiler.CompilePre(SampleProfiles.EveryEngine).Text;
        var post = ScriptCompiler.CompilePost(SampleProfiles.EveryEngine).Text;

        var further = ScriptCompiler.CompilePre(SampleProfiles.FurtherEngines).Text;

        var named = BecauseName().Matches(pre + post + further).Select(match => match.Groups[1].Value).Distinct().ToArray();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(ScriptExitStatus.All.Select(status => status.Name)));
    }

    [GeneratedRegex(@"^    ([a-z-]+)\) status=(\d+) ;;$", RegexOptions.Multiline)]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"(?:because|overrun) ([a-z]+(?:-[a-z]+)*) ['""]")]
    private static partial Regex BecauseName();
}
