using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class ScriptPathNotAbsoluteTests
{
    [Theory]
    [InlineData("PreScriptLocation")]
    [InlineData("PostScriptLocation")]
    [InlineData("ConfigLocation")]
    public async Task A_relative_path_is_reported_and_an_absolute_one_is_not(string setting)
    {
        await new ProjectBuilder(ScriptPathNotAbsoluteRule.RuleId).WithSource(ProfileSource.With($", {setting} = \"/opt/shop/file\"")).ValidateAsync();
        await new ProjectBuilder(ScriptPathNotAbsoluteRule.RuleId).WithSource(ProfileSource.With($", {setting} = [|\"opt/shop/file\"|]")).ShouldNotBeFixed().ValidateAsync();
        await new ProjectBuilder(ScriptPathNotAbsoluteRule.RuleId).WithSource(ProfileSource.With($", {setting} = [|\"\"|]")).ValidateAsync();
    }
}
