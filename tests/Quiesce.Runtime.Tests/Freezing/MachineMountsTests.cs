using System;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Mounts;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

/// <summary>What <c>--all-mounts</c> means on machines that this one is not.</summary>
public sealed class MachineMountsTests
{
    private const string MountInfo =
        """
        21 1 0:30 / / rw - overlay overlay rw
        22 21 8:1 /containers/hosts /etc/hosts rw - ext4 /dev/sda1 rw
        23 21 8:1 /srv /srv rw - ext4 /dev/sda1 rw
        24 21 8:17 / /data rw - xfs /dev/sdb1 rw
        25 21 8:33 / /data rw - ext4 /dev/sdc1 rw
        26 21 8:17 / /data/below rw - xfs /dev/sdb1 rw
        27 21 8:49 / /media ro - ext4 /dev/sdd1 ro
        28 21 7:0 / /snap rw - ext4 /dev/loop0 rw
        29 21 0:31 / /tmp rw - tmpfs tmpfs rw

        """;

    private static readonly MountTable s_table = MountTable.Parse(MountInfo);

    [Fact]
    public void Each_file_system_that_can_be_written_is_named_once_by_a_mount_that_can_be_opened() =>
        Assert.Equal(["/srv", "/data/below", "/data"], MachineMounts.In(s_table, [], mount => mount.Id is 23 or 25 or 26));

    [Theory]
    [InlineData("/data/below")]
    [InlineData("/data")]
    public void One_that_is_skipped_by_any_of_its_mounts_is_not_asked_for(string skipped) =>
        Assert.Equal(["/srv"], MachineMounts.In(s_table, [skipped, "/data"], mount => mount.Id is 23));

    [Fact]
    public void One_that_others_cover_everywhere_is_not_passed_over()
    {
        var refusal = Assert.Throws<FreezeException>(() => MachineMounts.In(s_table, [], mount => mount.Id is 23 or 25));

        Assert.Equal(FreezeFault.OpenFailed, refusal.Fault);
        Assert.Contains("/dev/sdb1", refusal.Message, StringComparison.Ordinal);
    }
}
