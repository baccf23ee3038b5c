using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Authoring;

public sealed class ProfileDeclarationTests
{
    [Theory]
    [InlineData("class [|Shop|]", "partial class Shop")]
    [InlineData("internal static class [|Shop|]", "internal static partial class Shop")]
    [InlineData("/* first */ sealed class [|Shop|]", "/* first */ sealed partial class Shop")]
    public Task A_class_that_is_not_partial_is_reported_and_made_so(string declaration, string partial)
        => new ProjectBuilder(ProfileNotPartialRule.RuleId)
            .WithSource(Declared(declaration + " { }"))
            .ShouldBecome(Declared(partial + " { }"))
            .ValidateAsync();

    [Fact]
    public Task A_generic_class_is_reported()
        => new ProjectBuilder(ProfileGenericRule.RuleId).WithSource(Declared("partial class [|Shop|]<T> { }")).ValidateAsync();

    [Fact]
    public Task An_abstract_class_is_reported_and_made_static()
        => new ProjectBuilder(ProfileAbstractRule.RuleId)
            .WithSource(Declared("internal abstract /* why */ partial class [|Shop|] { const int One = 1; }"))
            .ShouldBecome(Declared("internal static /* why */ partial class Shop { const int One = 1; }"))
            .ValidateAsync();

    [Fact]
    public Task An_abstract_class_with_instance_members_is_reported_and_not_made_static()
        => new ProjectBuilder(ProfileAbstractRule.RuleId).WithSource(Declared("abstract partial class [|Shop|] { public void Sell() { } }")).ShouldNotBeFixed().ValidateAsync();

    [Fact]
    public Task A_static_class_is_not_taken_for_an_abstract_one()
        => new ProjectBuilder(ProfileAbstractRule.RuleId).WithSource(Declared("static partial class Shop { }")).ValidateAsync();

    [Fact]
    public Task A_class_local_to_its_file_is_reported_and_opened()
        => new ProjectBuilder(ProfileFileLocalRule.RuleId)
            .WithSource(Declared("file static partial class [|Shop|] { }"))
            .ShouldBecome(Declared("internal static partial class Shop { }"))
            .ValidateAsync();

    [Fact]
    public Task Of_two_namesakes_in_their_files_neither_is_opened()
        => new ProjectBuilder(ProfileFileLocalRule.RuleId)
            .WithSource(Declared("file static partial class [|Shop|] { }"))
            .WithSource("file static class Shop { }")
            .ShouldNotBeFixed()
            .ValidateAsync();

    [Fact]
    public Task Two_profiles_in_one_container_are_made_partial_with_it_at_once()
        => new ProjectBuilder(ProfileContainerNotPartialRule.RuleId)
            .WithSource("using Quiesce; class Outer { [ConsistencyProfile(\"a\")] static partial class [|A|] { } [ConsistencyProfile(\"b\")] static partial class [|B|] { } }")
            .ByFixingAll()
            .ShouldBecome("using Quiesce; partial class Outer { [ConsistencyProfile(\"a\")] static partial class A { } [ConsistencyProfile(\"b\")] static partial class B { } }")
            .ValidateAsync();

    [Fact]
    public Task A_container_that_is_not_partial_is_reported_and_made_so()
        => new ProjectBuilder(ProfileContainerNotPartialRule.RuleId)
            .WithSource("using Quiesce; internal class Outer { struct Middle { [ConsistencyProfile(\"shop\")] static partial class [|Shop|] { } } }")
            .ShouldBecome("using Quiesce; internal partial class Outer { partial struct Middle { [ConsistencyProfile(\"shop\")] static partial class Shop { } } }")
            .ValidateAsync();

    [Fact]
    public Task Engines_and_steps_in_another_declaration_are_reported()
        => new ProjectBuilder(ProfileScatteredRule.RuleId)
            .WithSource(Declared("partial class Shop { [BeforeQuiesce] const string First = \"true\"; }"))
            .WithSource("using Quiesce; [MySql([|\"late\"|])] partial class Shop { [BeforeQuiesce] const string [|Second|] = \"true\"; }".Replace("MySql([|\"late\"|])", "[|MySql|](\"late\")"))
            .ValidateAsync();

    [Fact]
    public Task A_member_that_would_be_generated_is_reported()
        => new ProjectBuilder(GeneratedMemberOccupiedRule.RuleId).WithSource(Declared("partial class [|Shop|] { public const int PreScript = 1; }")).ValidateAsync();

    [Fact]
    public Task An_engine_or_step_outside_a_profile_is_reported()
        => new ProjectBuilder(StrayParts.RuleId)
            .WithSource("using Quiesce; [[|MariaDb(\"orders\")|]] class Shop { [[|BeforeQuiesce|]] const string Step = \"true\"; }")
            .ValidateAsync();

    [Fact]
    public Task Two_profiles_of_one_name_are_reported()
        => new ProjectBuilder(ProfileNameSharedRule.RuleId)
            .WithSource("using Quiesce; [ConsistencyProfile([|\"shop\"|])] partial class A { } [ConsistencyProfile(\"other\")] partial class B { }")
            .WithSource("using Quiesce; [ConsistencyProfile([|\"sh\" + \"op\"|])] partial class C { }")
            .ValidateAsync();

    private static string Declared(string declaration) => "using Quiesce; [ConsistencyProfile(\"shop\")] " + declaration;
}
