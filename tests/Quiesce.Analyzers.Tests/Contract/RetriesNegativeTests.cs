using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class RetriesNegativeTests
{
    [Theory]
    [InlineData("PreScriptNoOfRetries")]
    [InlineData("PostScriptNoOfRetries")]
    public async Task Fewer_than_no_retries_are_reported_and_raised_to_none(string setting)
    {
        await new ProjectBuilder(RetriesNegativeRule.RuleId).WithSource(ProfileSource.With($", {setting} = 0")).ValidateAsync();
        await new ProjectBuilder(RetriesNegativeRule.RuleId)
            .WithSource(ProfileSource.With($", {setting} = [|-1|]"))
            .ShouldBecome(ProfileSource.With($", {setting} = 0"))
            .ValidateAsync();
    }
}
