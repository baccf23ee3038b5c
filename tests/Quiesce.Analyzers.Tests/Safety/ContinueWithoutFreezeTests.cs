using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Safety;

public sealed class ContinueWithoutFreezeTests
{
    [Theory]
    [InlineData("FsFreezeEnabled = false, ContinueBackupOnFailure = false")]
    [InlineData("ContinueBackupOnFailure = true")]
    public Task Either_of_the_two_is_not_reported(string written)
        => new ProjectBuilder(ContinueWithoutFreezeRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("FsFreezeEnabled = [|false|]", "FsFreezeEnabled = true")]
    public Task Both_together_are_reported_and_the_freeze_turned_on(string written, string mended)
        => new ProjectBuilder(ContinueWithoutFreezeRule.RuleId)
            .WithSource(ProfileSource.With(", " + written))
            .ShouldBecome(ProfileSource.With(", " + mended))
            .ValidateAsync();
}
