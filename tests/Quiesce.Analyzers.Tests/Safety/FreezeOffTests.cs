using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Safety;

public sealed class FreezeOffTests
{
    [Theory]
    [InlineData("FsFreezeEnabled = true")]
    public Task A_freeze_is_not_reported(string written)
        => new ProjectBuilder(FreezeOffRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("FsFreezeEnabled = [|false|], ContinueBackupOnFailure = false", "FsFreezeEnabled = true, ContinueBackupOnFailure = false")]
    public Task Its_absence_is_reported_and_mended(string written, string mended)
        => new ProjectBuilder(FreezeOffRule.RuleId)
            .WithSource(ProfileSource.With(", " + written))
            .ShouldBecome(ProfileSource.With(", " + mended))
            .ValidateAsync();
}
