using System;
using System.Linq;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

public sealed class BlockDevicesTests : IDisposable
{
    private readonly FakeSysfs sysfs = new();

    [Fact]
    public void A_real_disk_stands_on_no_file()
    {
        sysfs.With("sda", "8:0");

        Assert.Empty(BackingFilesOf("8:0"));
    }

    [Fact]
    public void What_is_no_block_device_stands_on_no_file() => Assert.Empty(BackingFilesOf("0:45"));

    [Fact]
    public void A_loop_stands_on_its_backing_file()
    {
        sysfs.With("loop0", "7:0", "/data/disk.img");

        Assert.Equal(["/data/disk.img"], BackingFilesOf("7:0"));
    }

    [Fact]
    public void A_deleted_backing_file_still_lies_where_it_lay()
    {
        sysfs.With("loop0", "7:0", "/data/disk.img (deleted)");

        Assert.Equal(["/data/disk.img"], BackingFilesOf("7:0"));
    }

    [Fact]
    public void A_partition_of_a_loop_stands_on_the_loops_file()
    {
        sysfs.With("loop0", "7:0", "/data/disk.img").With("loop0/loop0p1", "259:0");

        Assert.Equal(["/data/disk.img"], BackingFilesOf("259:0"));
    }

    [Fact]
    public void A_logical_volume_on_an_encrypted_mirror_of_two_loops_stands_on_both_files()
    {
        sysfs.With("loop0", "7:0", "/a/one.img").With("loop1", "7:1", "/b/two.img")
            .With("md0", "9:0", null, "loop0", "loop1")
            .With("dm-0", "253:0", null, "md0")
            .With("dm-1", "253:1", null, "dm-0");

        Assert.Equal(["/a/one.img", "/b/two.img"], BackingFilesOf("253:1"));
    }

    [Fact]
    public void A_stack_is_told_from_the_top_down_by_the_names_an_administrator_knows_and_each_device_once()
    {
        sysfs.With("sda", "8:0").With("sda/sda1", "8:1").With("cciss!c0d0", "104:0")
            .With("md0", "9:0", null, "sda/sda1", "cciss!c0d0")
            .With("dm-0", "253:0", null, "md0").Mapped("dm-0", "pool_tmeta")
            .With("dm-1", "253:1", null, "md0").Mapped("dm-1", "pool_tdata")
            .With("dm-2", "253:2", null, "dm-0", "dm-1").Mapped("dm-2", "data-thin");

        Assert.Equal(
            ["/dev/mapper/data-thin", "/dev/mapper/pool_tmeta", "/dev/mapper/pool_tdata", "/dev/md0", "/dev/cciss/c0d0", "/dev/sda1", "/dev/sda"],
            sysfs.Devices.StackOf(DeviceNumber.Parse("253:2")));
    }

    public void Dispose() => sysfs.Dispose();

    private string[] BackingFilesOf(string device)
    {
        string[] files = [.. sysfs.Devices.BackingFilesOf(DeviceNumber.Parse(device)).Select(file => file.Path)];
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}
