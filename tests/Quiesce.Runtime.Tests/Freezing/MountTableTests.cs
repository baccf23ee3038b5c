using Quiesce.Runtime.Freezing.Mounts;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

public sealed class MountTableTests
{
    private const string MountInfo =
        """
        21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
        30 21 8:17 / /data rw,relatime shared:2 master:1 - xfs /dev/sdb1 rw,attr2
        31 30 7:0 / /data/vol\040one rw - ext4 /dev/loop0 rw
        32 21 8:33 / /data rw - ext4 /dev/sdc1 ro,errors=remount-ro
        33 21 0:45 / /tab\011and\134slash rw - tmpfs tmpfs rw

        """;

    private readonly MountTable table = MountTable.Parse(MountInfo);

    [Fact]
    public void Reads_what_stands_behind_any_number_of_optional_fields()
    {
        Assert.Equal(new MountEntry(30, new DeviceNumber(8, 17), "/data", "xfs", "/dev/sdb1", IsReadOnly: false), table.Entries[1]);
        Assert.Equal(new MountEntry(31, new DeviceNumber(7, 0), "/data/vol one", "ext4", "/dev/loop0", IsReadOnly: false), table.Entries[2]);
    }

    [Fact]
    public void Undoes_the_kernels_escapes() => Assert.Equal("/tab\tand\\slash", table.Entries[4].MountPoint);

    [Fact]
    public void Read_only_is_what_the_super_block_says() => Assert.True(table.Entries[3].IsReadOnly);

    [Fact]
    public void Of_two_mounts_on_one_point_the_later_one_is_meant()
    {
        Assert.Equal(32, table.At("/data")!.Id);
        Assert.Equal(32, table.Holding("/data/mysql/ibdata1")!.Id);
    }

    [Theory]
    [InlineData("/data/", 32)]
    [InlineData("/", 21)]
    public void A_trailing_slash_changes_nothing(string path, int id) => Assert.Equal(id, table.At(path)!.Id);

    [Theory]
    [InlineData("/data/mysql")]
    [InlineData("/dat")]
    [InlineData("data")]
    public void A_folder_is_no_mount_point(string path) => Assert.Null(table.At(path));

    [Theory]
    [InlineData("/data/vol one/file", 31)]
    [InlineData("/data/vol one", 31)]
    [InlineData("/data/vol onemore", 32)]
    [InlineData("/database", 21)]
    public void A_file_lies_on_the_deepest_mount_that_is_a_whole_prefix_of_its_path(string path, int id) => Assert.Equal(id, table.Holding(path)!.Id);

    [Fact]
    public void Reads_this_machines_own_table() => Assert.NotNull(MountTable.Read().At("/"));
}
