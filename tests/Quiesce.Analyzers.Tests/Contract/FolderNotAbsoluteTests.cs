using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class FolderNotAbsoluteTests
{
    [Theory]
    [InlineData("RunDirectory = \"/run/shop\", LogDirectory = \"/var/log/shop\", StateDirectory = \"/srv/shop\"")]
    public Task An_absolute_folder_is_not_reported(string written)
        => new ProjectBuilder(FolderNotAbsoluteRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("""RunDirectory = [|"run/shop"|]""")]
    [InlineData("""LogDirectory = [|""|]""")]
    [InlineData("""StateDirectory = [|"."|]""")]
    public Task A_relative_folder_is_reported(string written)
        => new ProjectBuilder(FolderNotAbsoluteRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();
}
