using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Interop;
using Quiesce.Runtime.Snapshots;
using Quiesce.Runtime.Tests.Freezing;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Snapshots;

/// <summary>Copies on real file systems: shared blocks, holes, devices, and what is in the way.</summary>
[Collection(FreezeCollection.Name)]
public sealed class CopyTests : IDisposable
{
    private const int MiB = 1024 * 1024;

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Where_blocks_can_be_shared_the_copy_shares_them()
    {
        FreezeScene.RequireRootAndLoops();
        using ScratchFileSystem xfs = ScratchFileSystem.Create("xfs");
        string image = Image(Path.Combine(xfs.MountPoint, "image"));

        SnapshotPart part = await Taking.KeptAsync(Snapshot.Copy(image, image + ".copy"));

        Assert.Contains("reflink", part.Note);
        Assert.Equal(File.ReadAllBytes(image), File.ReadAllBytes(image + ".copy"));
        Assert.Equal(new FileInfo(image).Length, part.SizeInBytes);
    }

    [Fact]
    public async Task Elsewhere_holes_and_zeros_are_not_written()
    {
        FreezeScene.RequireRootAndLoops();
        using ScratchFileSystem ext4 = ScratchFileSystem.Ext4();
        string image = Image(_folder.At("image"));
        string copy = Path.Combine(ext4.MountPoint, "copy");

        SnapshotPart part = await Taking.KeptAsync(Snapshot.Copy(image, copy));

        Assert.Equal(File.ReadAllBytes(image), File.ReadAllBytes(copy));
        Assert.Contains($"{2 * MiB + 5} of {9 * MiB + 5} bytes", part.Note);
        using var opened = CopySource.Open(copy);
        Assert.InRange((long)opened.Status.Blocks * FileStatus.BytesInBlock, 2 * MiB, 3 * MiB);
    }

    [Fact]
    public async Task A_block_device_is_copied_as_it_is_on_the_disk()
    {
        FreezeScene.RequireRootAndLoops();
        string image = Image(_folder.At("image"), length: 9 * MiB);
        string device = Tool.Run("losetup", "--find", "--show", image).Trim();
        try
        {
            SnapshotPart part = await Taking.KeptAsync(Snapshot.Copy(device, _folder.At("copy")));

            Assert.Equal(9 * MiB, part.SizeInBytes);
            Assert.Equal(File.ReadAllBytes(image), File.ReadAllBytes(_folder.At("copy")));
        }
        finally
        {
            Tool.Run("losetup", "--detach", device);
        }
    }

    [Fact]
    public void Progress_ends_at_the_whole()
    {
        List<SnapshotProgress> reports = [];
        string image = Image(_folder.At("image"));
        CopySource source = CopySource.Open(image);
        using CopyTarget target = CopyTarget.Create(_folder.At("copy"), source, Taking.Context());

        new SparseCopy(source, target, new Reports(reports)).Run(TestContext.Current.CancellationToken);
        target.Discard();
        source.Dispose();

        Assert.Equal(new SnapshotProgress(image, 9 * MiB + 5, 9 * MiB + 5), reports.Last());
    }

    [Fact]
    public async Task An_abandoned_copy_leaves_nothing_and_the_former_one_as_it_was()
    {
        string image = Image(_folder.At("image"));
        _folder.Write("copy", "former");

        await Taking.AbandonedAsync(Snapshot.Copy(image, _folder.At("copy")));

        Assert.Equal(["copy", "image"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal("former", File.ReadAllText(_folder.At("copy")));
    }

    [Fact]
    public async Task A_kept_copy_takes_the_place_of_the_former_one()
    {
        string image = Image(_folder.At("image"));
        _folder.Write("copy", "former");

        await Taking.KeptAsync(Snapshot.Copy(image, _folder.At("copy")));

        Assert.Equal(File.ReadAllBytes(image), File.ReadAllBytes(_folder.At("copy")));
        Assert.Equal(["copy", "image"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_cancelled_copy_leaves_nothing()
    {
        string image = Image(_folder.At("image"));
        IPreparedSnapshot prepared = await Snapshot.Copy(image, _folder.At("copy")).PrepareAsync(Taking.Context(), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => prepared.TakeAsync(new CancellationToken(canceled: true)));
        await prepared.AbandonAsync();

        Assert.Equal([image], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task What_cannot_be_copied_is_refused_with_a_reason_and_leaves_nothing()
    {
        FreezeScene.RequireRootAndLoops();
        using ScratchFileSystem frozen = ScratchFileSystem.Ext4();
        string image = Image(_folder.At("image"));
        string large = _folder.Write("large", "");
        Tool.Run("fallocate", "--length", "20M", large);

        Assert.Contains("cannot be opened", await Taking.RefusedAsync(Snapshot.Copy(_folder.At("none"), _folder.At("copy"))));
        Assert.Contains("neither a file nor a block device", await Taking.RefusedAsync(Snapshot.Copy(_folder.Path, _folder.At("copy"))));
        Assert.Contains("the source itself", await Taking.RefusedAsync(Snapshot.Copy(image, image)));
        Assert.Contains("is not a file", await Taking.RefusedAsync(Snapshot.Copy(image, _folder.Path)));
        Assert.Contains("no folder", await Taking.RefusedAsync(Snapshot.Copy(image, _folder.At("none/copy"))));
        Assert.Contains("to be frozen", await Taking.RefusedAsync(Snapshot.Copy(image, frozen.MountPoint + "/copy"), frozen.MountPoint));
        Directory.CreateSymbolicLink(_folder.At("link"), frozen.MountPoint);
        Assert.Contains("to be frozen", await Taking.RefusedAsync(Snapshot.Copy(image, _folder.At("link/copy")), frozen.MountPoint));
        Assert.Contains("cannot be read: Invalid argument", await Taking.RefusedAsync(Snapshot.Copy("/proc/version", _folder.At("copy"))));
        Assert.Contains("free", await Taking.RefusedAsync(Snapshot.Copy(large, frozen.MountPoint + "/copy")));
        Assert.Equal(["image", "large"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
        Assert.Empty(Directory.GetFiles(frozen.MountPoint));
    }

    /// <summary>Data, a hole, zeros that are written, a hole, and data up to an end that no block has – unless a length is given.</summary>
    private static string Image(string path, int length = 9 * MiB + 5)
    {
        byte[] data = new byte[MiB];
        new Random(7).NextBytes(data);
        using FileStream file = File.Create(path);
        file.Write(data);
        file.Position = 3 * MiB;
        file.Write(new byte[MiB]);
        file.Position = length - MiB;
        file.Write(data);
        return path;
    }

    private sealed class Reports(List<SnapshotProgress> list) : IProgress<SnapshotProgress>
    {
        public void Report(SnapshotProgress value) => list.Add(value);
    }
}
