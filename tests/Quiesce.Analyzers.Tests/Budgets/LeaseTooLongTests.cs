using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Budgets;

public sealed class LeaseTooLongTests
{
    [Theory]
    [InlineData("LeaseInSeconds = 300")]
    public Task Five_minutes_are_not_reported(string written)
        => new ProjectBuilder(LeaseTooLongRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("LeaseInSeconds = [|301|]", "LeaseInSeconds = 300")]
    public Task More_than_five_minutes_are_reported_and_cut(string written, string mended)
        => new ProjectBuilder(LeaseTooLongRule.RuleId)
            .WithSource(ProfileSource.With(", " + written))
            .ShouldBecome(ProfileSource.With(", " + mended))
            .ValidateAsync();
}
