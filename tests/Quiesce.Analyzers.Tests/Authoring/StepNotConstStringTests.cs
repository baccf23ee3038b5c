using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Authoring;

public sealed class StepNotConstStringTests
{
    [Theory]
    [InlineData("private const string Step = \"true\";")]
    [InlineData("public const string Step = \"systemctl stop \" + nameof(System);")]
    public Task A_const_string_is_not_reported(string field)
        => Rule().WithSource(ProfileSource.With(body: "    [BeforeQuiesce] " + field)).ValidateAsync();

    [Theory]
    [InlineData("public static readonly string [|Step|] = \"true\";", "public const string Step = \"true\";")]
    [InlineData("internal static string [|Step|] = \"true\";", "internal const string Step = \"true\";")]
    [InlineData("/* drain */ public static readonly string [|Step|] = \"true\"; // why", "/* drain */ public const string Step = \"true\"; // why")]
    public Task A_field_with_a_constant_value_is_reported_and_made_const(string field, string constant)
        => Rule()
            .WithSource(ProfileSource.With(body: "    [BeforeQuiesce]\n    " + field))
            .ShouldBecome(ProfileSource.With(body: "    [BeforeQuiesce]\n    " + constant))
            .ValidateAsync();

    [Theory]
    [InlineData("public static readonly string [|Step|] = System.Environment.NewLine;")]
    [InlineData("public const int [|Step|] = 1;")]
    public Task A_field_without_a_constant_text_is_reported_and_not_fixed(string field)
        => Rule().WithSource(ProfileSource.With(body: "    [BeforeQuiesce] " + field)).ShouldNotBeFixed().ValidateAsync();

    private static ProjectBuilder Rule() => new(StepNotConstStringRule.RuleId);
}
