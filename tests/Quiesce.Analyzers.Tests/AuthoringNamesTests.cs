using System;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Quiesce.Generators.Binding;
using Xunit;

namespace Quiesce.Analyzers.Tests;

/// <summary>Attributes are passed over by their names alone, so every way to write a name must be known.</summary>
public sealed class AuthoringNamesTests
{
    [Fact]
    public void Every_attribute_for_classes_and_steps_is_known_by_name()
        => Assert.Equal(
            typeof(ConsistencyProfileAttribute).Assembly.GetExportedTypes()
                .Where(type => type.IsSubclassOf(typeof(Attribute)) && !type.IsAbstract && type != typeof(ProfileDefaultsAttribute))
                .Select(type => type.FullName)
                .Order(StringComparer.Ordinal),
            AttributeNames.OnClassesAndSteps.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("ConsistencyProfile")]
    [InlineData("ConsistencyProfileAttribute")]
    [InlineData("@ConsistencyProfileAttribute")]
    [InlineData("Quiesce.ConsistencyProfile")]
    [InlineData("global::Quiesce.ConsistencyProfileAttribute")]
    [InlineData("Q.ConsistencyProfile")]
    [InlineData("Q::ConsistencyProfile")]
    [InlineData("InFile")]
    [InlineData("Global")]
    [InlineData("Suffixed")]
    [InlineData("SuffixedAttribute")]
    public Task A_profile_is_seen_under_every_name(string name)
        => new ProjectBuilder(TimeoutOutsideContractRule.RuleId)
            .WithSource("global using Global = Quiesce.ConsistencyProfileAttribute;")
            .WithSource($$"""
                using Quiesce;
                using Q = Quiesce;
                using InFile = Quiesce.ConsistencyProfileAttribute;
                using SuffixedAttribute = Quiesce.ConsistencyProfileAttribute;
                [{{name}}("shop", TimeoutInSeconds = [|1801|])] partial class Shop { }
                """)
            .ValidateAsync();

    [Fact]
    public Task A_profile_is_seen_under_an_alias_of_its_namespace()
        => new ProjectBuilder(TimeoutOutsideContractRule.RuleId)
            .WithSource("namespace Web { using Mark = Quiesce.ConsistencyProfileAttribute; [Mark(\"shop\", TimeoutInSeconds = [|0|])] partial class Shop { } }")
            .ValidateAsync();

    [Fact]
    public Task A_profile_is_seen_under_an_alias_of_an_alias_from_outside()
        => new ProjectBuilder(TimeoutOutsideContractRule.RuleId)
            .WithSource("using Outer = Quiesce.ConsistencyProfileAttribute; namespace Web { using Mark = Outer; [Mark(\"shop\", TimeoutInSeconds = [|0|])] partial class Shop { } }")
            .ValidateAsync();

    [Fact]
    public Task A_class_with_an_alias_of_somebody_elses_is_no_profile()
        => new ProjectBuilder(TimeoutOutsideContractRule.RuleId)
            .WithSource("using Mark = System.SerializableAttribute; [Mark] class Shop { }")
            .ValidateAsync();

    [Fact]
    public Task A_step_outside_a_profile_is_seen_under_an_alias()
        => new ProjectBuilder(StrayParts.RuleId)
            .WithSource("using First = Quiesce.BeforeQuiesceAttribute; class Shop { [[|First|]] const string Step = \"true\"; }")
            .ValidateAsync();
}
