using System;
using System.Linq;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

public sealed class FreezePlanTests : IDisposable
{
    private const string MountInfo =
        """
        21 1 8:1 / / rw - ext4 /dev/sda1 rw
        30 21 8:17 / /data rw - xfs /dev/sdb1 rw
        31 21 7:0 / /vm rw - ext4 /dev/loop0 rw
        32 21 253:1 / /a/b/c/deep rw - ext4 /dev/mapper/lv rw
        33 21 8:17 /sub /bound rw - xfs /dev/sdb1 rw
        34 21 0:45 / /run rw - tmpfs tmpfs rw
        35 21 0:50 / /pool rw - btrfs /dev/sdd rw
        36 21 0:51 / /share rw - nfs4 server:/x rw
        37 21 8:49 / /srv rw - ext3 /dev/sdd1 rw

        """;

    private readonly FakeSysfs sysfs = new();

    public FreezePlanTests() => sysfs
        .With("sda", "8:1").With("sdb", "8:17").With("sdd", "8:49")
        .With("loop0", "7:0", "/data/disk.img")
        .With("loop1", "7:1", "/vm/inner.img")
        .With("dm-1", "253:1", null, "loop1");

    [Fact]
    public void Freezes_what_stands_on_a_file_before_the_file_system_of_that_file_whatever_their_paths() =>
        Assert.Equal(["/a/b/c/deep", "/vm", "/data", "/"], MountPoints("/", "/data", "/vm", "/a/b/c/deep"));

    [Fact]
    public void A_stack_is_followed_through_a_mount_that_is_not_frozen() => Assert.Equal(["/a/b/c/deep", "/data"], MountPoints("/data", "/a/b/c/deep"));

    [Fact]
    public void Two_mounts_of_one_super_block_are_one_freeze() => Assert.Equal(["/data"], MountPoints("/data", "/bound", "/data/"));

    [Fact]
    public void Of_equals_the_deeper_path_comes_first() => Assert.Equal(["/srv", "/"], MountPoints("/", "/srv"));

    [Theory]
    [InlineData("/run", "tmpfs")]
    [InlineData("/share", "nfs4")]
    public void What_cannot_be_frozen_is_refused_by_name(string path, string type)
    {
        var refusal = Assert.Throws<FreezeException>(() => MountPoints("/data", path));

        Assert.Equal(FreezeFault.Failed, refusal.Fault);
        Assert.Contains($"'{path}' is {type}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Btrfs_is_left_to_a_snapshot_of_its_own_kind()
    {
        var refusal = Assert.Throws<FreezeException>(() => MountPoints("/pool"));

        Assert.Equal(FreezeFault.Failed, refusal.Fault);
        Assert.Contains("--snapshot btrfs:", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/data/mysql", "lie on '/data'")]
    [InlineData("/nowhere", "lie on '/'")]
    [InlineData("data", "absolute path")]
    public void A_folder_never_stands_for_the_mount_it_lies_on(string path, string hint)
    {
        var refusal = Assert.Throws<FreezeException>(() => MountPoints(path));

        Assert.Equal(FreezeFault.OpenFailed, refusal.Fault);
        Assert.Contains(hint, refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => sysfs.Dispose();

    private string[] MountPoints(params string[] asked) =>
        [.. FreezePlan.For(asked, MountTable.Parse(MountInfo), sysfs.Devices).Mounts.Select(mount => mount.MountPoint)];
}
