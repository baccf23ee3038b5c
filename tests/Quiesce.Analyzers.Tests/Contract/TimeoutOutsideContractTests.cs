using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class TimeoutOutsideContractTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("1800")]
    [InlineData("60 * 30")]
    public Task A_timeout_within_the_range_is_not_reported(string timeout)
        => Rule().WithSource(ProfileSource.With($", TimeoutInSeconds = {timeout}")).ValidateAsync();

    [Theory]
    [InlineData("0", "1")]
    [InlineData("-1", "1")]
    [InlineData("1801", "1800")]
    [InlineData("60 * 31", "1800")]
    public Task A_timeout_outside_the_range_is_reported_and_clamped(string timeout, string nearest)
        => Rule()
            .WithSource(ProfileSource.With($", TimeoutInSeconds = [|{timeout}|] /* why */"))
            .ShouldBecome(ProfileSource.With($", TimeoutInSeconds = {nearest} /* why */"))
            .ValidateAsync();

    [Fact]
    public Task The_fix_of_a_named_constant_changes_its_declaration_in_another_file()
        => Rule()
            .WithSource(ProfileSource.With(", TimeoutInSeconds = [|Times.Long|]"))
            .WithSource("internal static class Times { public const int Long = 3600; }")
            .ShouldBecome(ProfileSource.With(", TimeoutInSeconds = Times.Long"), "internal static class Times { public const int Long = 1800; }")
            .ValidateAsync();

    [Fact]
    public Task A_constant_computed_from_others_is_not_fixed()
        => Rule()
            .WithSource(ProfileSource.With(", TimeoutInSeconds = [|Times.Long|]"))
            .WithSource("internal static class Times { private const int Hour = 3600; public const int Long = 2 * Hour; }")
            .ShouldNotBeFixed()
            .ValidateAsync();

    [Fact]
    public Task A_shared_default_is_reported_once_where_it_is_written()
        => Rule()
            .WithSource("[assembly: Quiesce.ProfileDefaults(TimeoutInSeconds = [|1801|])]")
            .WithSource(ProfileSource.With())
            .ShouldBecome("[assembly: Quiesce.ProfileDefaults(TimeoutInSeconds = 1800)]", ProfileSource.With())
            .ValidateAsync();

    [Fact]
    public Task A_constant_that_two_profiles_name_is_changed_once()
        => Rule()
            .WithSource(ProfileSource.With(", TimeoutInSeconds = [|Times.Long|]"))
            .WithSource(ProfileSource.With(", TimeoutInSeconds = [|Times.Long|]").Replace("WebShop", "Other").Replace("web-shop", "other"))
            .WithSource("internal static class Times { public const int Long = 3600; /* an hour */ }")
            .ByFixingAll()
            .ShouldBecome(
                ProfileSource.With(", TimeoutInSeconds = Times.Long"),
                ProfileSource.With(", TimeoutInSeconds = Times.Long").Replace("WebShop", "Other").Replace("web-shop", "other"),
                "internal static class Times { public const int Long = 1800; /* an hour */ }")
            .ValidateAsync();

    [Fact]
    public Task All_profiles_are_fixed_at_once()
        => Rule()
            .WithSource(ProfileSource.With(", TimeoutInSeconds = [|1801|]"))
            .WithSource(ProfileSource.With(", TimeoutInSeconds = [|0|]").Replace("WebShop", "Other").Replace("web-shop", "other"))
            .ByFixingAll()
            .ShouldBecome(
                ProfileSource.With(", TimeoutInSeconds = 1800"),
                ProfileSource.With(", TimeoutInSeconds = 1").Replace("WebShop", "Other").Replace("web-shop", "other"))
            .ValidateAsync();

    [Theory]
    [InlineData("")]
    [InlineData("Times.Missing")]
    [InlineData("\"90\"")]
    [InlineData("99999999999")]
    public Task A_half_typed_timeout_is_left_to_the_compiler(string timeout)
        => Rule().WithSource(ProfileSource.With($", TimeoutInSeconds = {timeout}")).ThatDoesNotCompile().ValidateAsync();

    [Fact]
    public Task An_error_of_the_contract_cannot_be_configured_away()
        => Rule()
            .WithSource(ProfileSource.With(", TimeoutInSeconds = [|0|]"))
            .WithEditorConfig("root = true\n[*.cs]\ndotnet_diagnostic.QSC1001.severity = none\n")
            .ValidateAsync();

    private static ProjectBuilder Rule() => new(TimeoutOutsideContractRule.RuleId);
}
