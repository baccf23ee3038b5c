using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class UnitNameUnusableTests
{
    [Theory]
    [InlineData("\"orders-worker.service\"")]
    [InlineData("\"getty@tty1.service\", \"a.timer\"")]
    [InlineData("new[] { \"a.service\", Units.Worker }")]
    [InlineData("Units.Worker")]
    [InlineData("nameof(Units) + \".service\"")]
    public Task A_units_name_is_not_reported(string units)
        => Rule().WithSource(With(units)).WithSource("static class Units { public const string Worker = \"worker\" + \".service\"; }").ValidateAsync();

    [Theory]
    [InlineData("[|\"orders-worker\"|]", "\"orders-worker.service\"")]
    [InlineData("\"a.timer\", [|\"worker\"|]", "\"a.timer\", \"worker.service\"")]
    [InlineData("[\"a.timer\", [|\"worker\"|]]", "[\"a.timer\", \"worker.service\"]")]
    public Task A_name_without_a_suffix_gets_the_one_that_systemctl_would_add(string units, string mended)
        => Rule().WithSource(With(units)).ShouldBecome(With(mended)).ValidateAsync();

    [Theory]
    [InlineData("[|\"orders worker.service\"|]")]
    [InlineData("[|\"\"|]")]
    [InlineData("[|\".service\"|]")]
    [InlineData("[|\"-.mount\"|]")]
    [InlineData("[|\"--all.service\"|]")]
    [InlineData("[|\"w\u00f6rker.service\"|]")]
    [InlineData("[|\"$(reboot).service\"|]")]
    [InlineData("[|\"a.service\\n\"|]")]
    [InlineData("[|\"worker.exe\"|]")]
    [InlineData("\"a.service\", [|null!|]")]
    public Task What_is_no_units_name_is_reported(string units)
        => Rule().WithSource(With(units)).ShouldNotBeFixed().ValidateAsync();

    [Fact]
    public async Task The_longest_name_is_not_reported_and_one_more_is()
    {
        var longest = new string('a', Limits.MaxUnitNameLength - ".service".Length);
        await Rule().WithSource(With($"\"{longest}.service\"")).ValidateAsync();
        await Rule().WithSource(With($"[|\"{longest}b.service\"|]")).ValidateAsync();
    }

    private static string With(string units) => ProfileSource.With(engines: $"[SystemdUnits(\"workers\", {units})]");

    private static ProjectBuilder Rule() => new(UnitNameUnusableRule.RuleId);
}
