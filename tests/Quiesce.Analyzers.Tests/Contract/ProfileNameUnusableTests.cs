using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Contract;

public sealed class ProfileNameUnusableTests
{
    [Theory]
    [InlineData("\"web-shop_2\"")]
    [InlineData("\"0\"")]
    [InlineData("Names.Shop")]
    public Task A_usable_name_is_not_reported(string name)
        => Rule().WithSource(Named(name)).WithSource("static class Names { public const string Shop = \"web-\" + nameof(x); const int x = 1; }").ValidateAsync();

    [Theory]
    [InlineData("[|\"Web Shop\"|]", "\"web-shop\"")]
    [InlineData("[|\"../etc\"|]", "\"etc\"")]
    [InlineData("[|\"_web/shop\"|]", "\"web-shop\"")]
    public Task A_name_that_no_folder_should_have_is_reported_and_mended(string name, string mended)
        => Rule().WithSource(Named(name)).ShouldBecome(Named(mended)).ValidateAsync();

    [Theory]
    [InlineData("[|\"\"|]")]
    [InlineData("[|null!|]")]
    [InlineData("[|\"店\"|]")]
    [InlineData("[|nameof(WebShop)|]")]
    public Task A_name_that_cannot_be_mended_on_the_spot_is_reported(string name)
        => Rule().WithSource(Named(name)).ShouldNotBeFixed().ValidateAsync();

    [Fact]
    public async Task The_longest_name_is_not_reported_and_one_more_is_cut()
    {
        var longest = new string('a', Limits.MaxNameLength);
        await Rule().WithSource(Named($"\"{longest}\"")).ValidateAsync();
        await Rule().WithSource(Named($"[|\"{longest}b\"|]")).ShouldBecome(Named($"\"{longest}\"")).ValidateAsync();
    }

    private static string Named(string name) => ProfileSource.With().Replace("\"web-shop\"", name, System.StringComparison.Ordinal);

    private static ProjectBuilder Rule() => new(ProfileNameUnusableRule.RuleId);
}
