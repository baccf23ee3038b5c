using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class ParameterUnusableTests
{
    [Theory]
    [InlineData("""PreScriptParams = ["--verbose", "a b", "", "\t"]""")]
    public Task An_ordinary_parameter_is_not_reported(string written)
        => new ProjectBuilder(ParameterUnusableRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("""PreScriptParams = ["a", [|"b\n"|]]""")]
    [InlineData("""PostScriptParams = new[] { [|"\0"|] }""")]
    [InlineData("""PostScriptParams = new string[] { "a", [|"\r"|] }""")]
    public Task A_line_break_or_NUL_is_reported(string written)
        => new ProjectBuilder(ParameterUnusableRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();
}
