using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class TooManyEnginesTests
{
    [Fact]
    public Task As_many_as_a_shell_can_hold_are_not_reported()
        => new ProjectBuilder(TooManyEnginesRule.RuleId)
            .WithSource(ProfileSource.With(engines: """[Redis("a"), Redis("b"), Redis("c"), Redis("d"), Redis("e")]"""))
            .ValidateAsync();

    [Fact]
    public Task The_first_engine_too_many_is_reported()
        => new ProjectBuilder(TooManyEnginesRule.RuleId)
            .WithSource(ProfileSource.With(engines: """[Redis("a"), Redis("b"), Redis("c"), Redis("d"), Redis("e"), Redis([|"f"|]), Redis("g")]"""))
            .ShouldNotBeFixed()
            .ValidateAsync();
}
