using System;
using System.IO;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Snapshots;
using Quiesce.Runtime.Tests.Freezing;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Snapshots;

/// <summary>Snapshots of a real btrfs.</summary>
[Collection(FreezeCollection.Name)]
public sealed class BtrfsTests : IDisposable
{
    private readonly ScratchFileSystem _btrfs;
    private readonly string _data;

    public BtrfsTests()
    {
        FreezeScene.RequireRootAndLoops();
        _btrfs = ScratchFileSystem.Create("btrfs");
        _data = Path.Combine(_btrfs.MountPoint, "data");
        Tool.Run("btrfs", "subvolume", "create", _data);
        File.WriteAllText(_data + "/row", "one");
    }

    private string Copy => Path.Combine(_btrfs.MountPoint, "copy");

    public void Dispose() => _btrfs.Dispose();

    [Fact]
    public async Task A_snapshot_is_what_was_there_and_cannot_be_written_to()
    {
        SnapshotPart part = await Taking.KeptAsync(Snapshot.Btrfs(_data, Copy));
        File.WriteAllText(_data + "/row", "two");

        Assert.Equal("one", File.ReadAllText(Copy + "/row"));
        Assert.Contains(part.Id.Split(' ')[1], Tool.Run("btrfs", "subvolume", "show", Copy));
        Assert.Contains("readonly", Tool.Run("btrfs", "subvolume", "show", Copy));
        Assert.Equal(Copy, part.Path);
    }

    [Fact]
    public async Task An_abandoned_snapshot_is_gone()
    {
        await Taking.AbandonedAsync(Snapshot.Btrfs(_data, Copy));

        Assert.False(Path.Exists(Copy));
    }

    [Fact]
    public async Task Only_a_mount_of_the_very_subvolume_is_left_unfrozen()
    {
        IPreparedSnapshot whole = await Snapshot.Btrfs(_btrfs.MountPoint, Copy).PrepareAsync(Taking.Context(_btrfs.MountPoint, "/"), TestContext.Current.CancellationToken);
        IPreparedSnapshot part = await Snapshot.Btrfs(_data, Copy).PrepareAsync(Taking.Context(_btrfs.MountPoint, "/"), TestContext.Current.CancellationToken);

        Assert.Equal([_btrfs.MountPoint], whole.SelfSnapshottedMounts);
        Assert.Empty(part.SelfSnapshottedMounts);
        await whole.AbandonAsync();
        await part.AbandonAsync();
    }

    [Fact]
    public void A_directory_in_a_subvolume_inside_is_not_part_of_the_snapshot()
    {
        var mount = new MountPlace(_btrfs.MountPoint, MountTable.Read().At(_btrfs.MountPoint)!.Device);
        string plain = Directory.CreateDirectory(_btrfs.MountPoint + "/plain").FullName;

        Assert.Null(EngineFiles.WhatIsInAnotherSubvolume(Recorded(plain, mount), mount));
        Assert.Contains(_data, EngineFiles.WhatIsInAnotherSubvolume(Recorded(_data, mount), mount));
    }

    [Fact]
    public async Task What_is_no_subvolume_and_what_is_in_the_way_is_refused()
    {
        using ScratchFileSystem other = ScratchFileSystem.Ext4();
        string plain = Directory.CreateDirectory(_btrfs.MountPoint + "/plain").FullName;

        Assert.Contains("not a subvolume", await Taking.RefusedAsync(Snapshot.Btrfs(plain, Copy)));
        Assert.Contains("not on btrfs", await Taking.RefusedAsync(Snapshot.Btrfs(other.MountPoint, Copy)));
        Assert.Contains("not on btrfs", await Taking.RefusedAsync(Snapshot.Btrfs(_data, other.MountPoint + "/copy")));
        Assert.Contains("there already", await Taking.RefusedAsync(Snapshot.Btrfs(_data, plain)));
        Assert.Contains("cannot be opened", await Taking.RefusedAsync(Snapshot.Btrfs(_btrfs.MountPoint + "/none", Copy)));
    }

    private static RecordedEngine Recorded(string directory, MountPlace mount) =>
        new("ledger", "atomic", Directories: [new RecordedDirectory(directory, mount.MountPoint, mount.Device.ToString())]);
}
