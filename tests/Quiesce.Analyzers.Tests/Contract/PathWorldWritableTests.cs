using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class PathWorldWritableTests
{
    [Theory]
    [InlineData("PreScriptLocation = \"/tmpfiles/pre.sh\"")]
    [InlineData("PreScriptLocation = \"/opt/tmp/pre.sh\"")]
    public Task A_path_that_only_starts_like_one_is_not_reported(string written)
        => new ProjectBuilder(PathWorldWritableRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("""PreScriptLocation = [|"/tmp/pre.sh"|]""")]
    [InlineData("""RunDirectory = [|"/dev/shm/quiesce"|]""")]
    [InlineData("""PostScriptLocation = [|"//var/./tmp//post.sh"|]""")]
    public Task A_path_below_a_folder_for_everybody_is_reported(string written)
        => new ProjectBuilder(PathWorldWritableRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();
}
