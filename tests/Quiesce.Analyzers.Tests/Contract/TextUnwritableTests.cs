using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class TextUnwritableTests
{
    [Theory]
    [InlineData("""PreScriptParams = ["漢字 😀 ñ"]""")]
    public Task Any_whole_character_is_not_reported(string written)
        => new ProjectBuilder(TextUnwritableRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("""PreScriptParams = [[|"\ud83d"|]]""")]
    [InlineData("""PreScriptParams = [[|"\ude00\ud83d"|]]""")]
    public Task NUL_and_half_a_character_are_reported(string written)
        => new ProjectBuilder(TextUnwritableRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();

    [Theory]
    [InlineData("""[BeforeQuiesce] private const string Step = [|"echo \0"|];""")]
    public Task So_are_those_of_steps(string written)
        => new ProjectBuilder(TextUnwritableRule.RuleId).WithSource(ProfileSource.With(body: "    " + written)).ShouldNotBeFixed().ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb("orders", User = [|"a\0"|])]""")]
    public Task And_of_engines(string written)
        => new ProjectBuilder(TextUnwritableRule.RuleId).WithSource(ProfileSource.With(engines: written)).ShouldNotBeFixed().ValidateAsync();
}
