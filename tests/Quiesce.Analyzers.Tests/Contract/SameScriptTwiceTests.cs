using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class SameScriptTwiceTests
{
    [Theory]
    [InlineData("PreScriptLocation = \"/opt/pre.sh\", PostScriptLocation = \"/opt/post.sh\"")]
    [InlineData("PreScriptLocation = \"/opt/pre.sh\"")]
    public Task Two_files_are_not_reported(string written)
        => new ProjectBuilder(SameScriptTwiceRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("""PreScriptLocation = "/opt/a.sh", PostScriptLocation = [|"/opt/a.sh"|]""")]
    public Task One_file_for_both_is_reported(string written)
        => new ProjectBuilder(SameScriptTwiceRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();
}
