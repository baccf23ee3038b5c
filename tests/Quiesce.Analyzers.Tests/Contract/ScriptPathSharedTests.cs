using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class ScriptPathSharedTests
{
    [Fact]
    public Task Locations_left_to_the_compiler_or_chosen_apart_are_not_reported()
        => Rule()
            .WithSource("using Quiesce; [ConsistencyProfile(\"a\")] partial class A { } [ConsistencyProfile(\"b\", PreScriptLocation = \"/opt/b/pre.sh\")] partial class B { }")
            .WithSource("using Quiesce; [ConsistencyProfile(\"c\", PreScriptLocation = \"/opt/c/pre.sh\")] partial class C { } [ConsistencyProfile(\"d\")] partial class D { }")
            .ValidateAsync();

    [Fact]
    public Task One_path_in_two_profiles_is_reported_at_both()
        => Rule()
            .WithSource("using Quiesce; [ConsistencyProfile(\"a\", PreScriptLocation = [|\"/opt/pre.sh\"|])] partial class A { }")
            .WithSource("using Quiesce; [ConsistencyProfile(\"b\", PreScriptLocation = [|Paths.Pre|])] partial class B { } static class Paths { public const string Pre = \"/opt/\" + \"pre.sh\"; }")
            .ValidateAsync();

    [Fact]
    public Task The_pre_script_of_one_may_not_be_the_post_script_of_another_either()
        => Rule()
            .WithSource("using Quiesce; [ConsistencyProfile(\"a\", PreScriptLocation = [|\"/opt/x.sh\"|])] partial class A { } [ConsistencyProfile(\"b\", PostScriptLocation = [|\"/opt/x.sh\"|])] partial class B { }")
            .ValidateAsync();

    private static ProjectBuilder Rule() => new(ScriptPathSharedRule.RuleId);
}
