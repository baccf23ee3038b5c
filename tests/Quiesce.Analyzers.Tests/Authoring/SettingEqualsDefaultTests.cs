using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Xunit;

namespace Quiesce.Analyzers.Tests.Authoring;

public sealed class SettingEqualsDefaultTests
{
    [Theory]
    [InlineData(", TimeoutInSeconds = 31, LeaseInSeconds = 91", "[MariaDb(\"orders\", Method = MariaDbQuiesce.ReadLock)]")]
    [InlineData(", RunDirectory = \"/run/quiesce/other\"", "[MariaDb(\"orders\", Port = 3306)]")]
    public Task A_setting_with_a_value_of_its_own_is_not_reported(string settings, string engines)
        => Rule().WithSource(ProfileSource.With(settings, engines)).ValidateAsync();

    [Fact]
    public Task Every_setting_that_changes_nothing_is_reported_and_removed_with_all_others()
        => Rule()
            .WithSource(ProfileSource.With(
                ", [|TimeoutInSeconds = 30|], FsFreezeEnabled = false, [|RunDirectory = \"/run/quiesce/web-shop\"|], [|PreScriptParams = new string[0]|]",
                "[MariaDb(\"orders\", [|Method = MariaDbQuiesce.BackupStage|], Port = 1)]",
                "    [BeforeQuiesce([|TimeoutInSeconds = 5 + 5|])] private const string Step = \"true\";"))
            .ByFixingAll()
            .ShouldBecome(ProfileSource.With(
                ", FsFreezeEnabled = false",
                "[MariaDb(\"orders\", Port = 1)]",
                "    [BeforeQuiesce] private const string Step = \"true\";"))
            .ValidateAsync();

    [Fact]
    public Task A_shared_default_is_what_counts()
        => Rule()
            .WithSource("[assembly: Quiesce.ProfileDefaults(TimeoutInSeconds = 60)]")
            .WithSource(ProfileSource.With(", TimeoutInSeconds = 30, [|LeaseInSeconds = 90|]"))
            .WithSource(ProfileSource.With(", [|TimeoutInSeconds = 60|]").Replace("WebShop", "Other", System.StringComparison.Ordinal).Replace("web-shop", "other", System.StringComparison.Ordinal))
            .ValidateAsync();

    private static ProjectBuilder Rule() => new(RedundantSettings.RuleId);
}
