using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class SingleDiskFallbackTests
{
    [Theory]
    [InlineData("ContinueBackupOnFailure = true")]
    public Task A_backup_that_continues_is_not_explained(string written)
        => new ProjectBuilder(SingleDiskFallbackRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("ContinueBackupOnFailure = [|false|]")]
    public Task A_backup_that_shall_fail_is_explained(string written)
        => new ProjectBuilder(SingleDiskFallbackRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();
}
