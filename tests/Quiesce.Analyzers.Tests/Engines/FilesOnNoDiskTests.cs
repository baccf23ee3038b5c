using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class FilesOnNoDiskTests
{
    [Theory]
    [InlineData("\"/var/lib/redis\"")]
    [InlineData("\"/runner\"")]
    [InlineData("\"/dev\"")]
    [InlineData("\"/srv/run\"")]
    public Task A_mount_on_disk_is_not_reported(string mount) => Rule().WithSource(With(mount)).ValidateAsync();

    [Theory]
    [InlineData("[|\"/run\"|]")]
    [InlineData("[|\"/dev/shm/redis\"|]")]
    [InlineData("\"/srv\", [|\"//run/./redis/\"|]")]
    [InlineData("[|Memory.Folder|]")]
    public Task A_mount_in_memory_is_reported(string mount)
        => Rule().WithSource(With(mount)).WithSource("static class Memory { public const string Folder = \"/dev\" + \"/shm\"; }").ShouldNotBeFixed().ValidateAsync();

    [Fact]
    public Task The_author_who_knows_better_says_so_at_the_argument()
        => Rule()
            .WithSource(ProfileSource.With(engines: "[Redis(\"cache\",\n#pragma warning disable QSC3015 // a disk is mounted there\n    Mounts = [\"/run/disk\"])]\n#pragma warning restore QSC3015"))
            .ValidateAsync();

    private static string With(string mounts) => ProfileSource.With(engines: $"[Redis(\"cache\", Mounts = [{mounts}])]");

    private static ProjectBuilder Rule() => new(FilesOnNoDiskRule.RuleId);
}
