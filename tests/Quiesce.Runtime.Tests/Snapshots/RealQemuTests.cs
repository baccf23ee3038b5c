using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Runtime.Snapshots;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Snapshots;

/// <summary>The monitor of a real QEMU, with a machine that has three drives, the last with temporary changes, and never leaves its first instruction.</summary>
public sealed class RealQemuTests : IDisposable
{
    private const string Qemu = "/usr/bin/qemu-system-x86_64";

    private readonly ScratchFolder _folder = new();
    private readonly Process _qemu;

    public RealQemuTests()
    {
        Assert.SkipUnless(File.Exists(Qemu), "qemu-system-x86 is not installed");
        _qemu = Process.Start(new ProcessStartInfo(Qemu, [.. Arguments()]) { RedirectStandardOutput = true })!;
        // A second monitor greets on standard output; by then the first one listens, and nobody has to look for its socket again and again.
        _qemu.StandardOutput.ReadLine();
    }

    public void Dispose()
    {
        _qemu?.Kill();
        _qemu?.WaitForExit();
        _qemu?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Two_drives_are_backed_up_whole()
    {
        IPreparedSnapshot prepared = await Backups().PrepareAsync(Taking.Context(), TestContext.Current.CancellationToken);
        await prepared.TakeAsync(TestContext.Current.CancellationToken);
        IReadOnlyList<SnapshotPart> parts = (await prepared.CommitAsync(TestContext.Current.CancellationToken)).Parts;

        Assert.Equal([_folder.At("0.qcow2"), _folder.At("1.qcow2")], parts.Select(part => part.Path));
        foreach ((int index, SnapshotPart part) in parts.Index())
        {
            byte[] copy = File.ReadAllBytes(part.Path);
            Assert.Equal("QFI"u8, copy.AsSpan(0, 3));
            Assert.Equal(part.SizeInBytes, BinaryPrimitives.ReadInt64BigEndian(copy.AsSpan(24)));
            Assert.True(copy.AsSpan().IndexOf(Content(index)) > 0);
        }
    }

    [Fact]
    public async Task An_abandoned_backup_leaves_no_file()
    {
        await Taking.AbandonedAsync(Backups());

        Assert.Equal(["0.img", "1.img", "2.img"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Where(name => name != "qmp").Order());
    }

    /// <summary>QEMU says that such a backup is whole, and has deleted it.</summary>
    [Fact]
    public async Task A_drive_with_temporary_changes_is_refused() =>
        Assert.Contains("snapshot=on", await Taking.RefusedAsync(Snapshot.Qemu(_folder.At("qmp"), [("drive2", _folder.At("2.qcow2"))])));

    [Fact]
    public async Task A_disk_that_is_full_before_the_backup_is_whole_is_named_and_keeps_nothing()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "mounting needs root");
        string small = Directory.CreateDirectory(_folder.At("small")).FullName;
        Tool.Run("mount", "-t", "tmpfs", "-o", "size=320k", "quiesce-test", small);
        try
        {
            IPreparedSnapshot prepared = await Snapshot.Qemu(_folder.At("qmp"), [("drive0", Path.Combine(small, "0.qcow2"))]).PrepareAsync(Taking.Context(), TestContext.Current.CancellationToken);
            await prepared.TakeAsync(TestContext.Current.CancellationToken);
            SnapshotException failure = await Assert.ThrowsAsync<SnapshotException>(() => prepared.CommitAsync(TestContext.Current.CancellationToken));
            await prepared.AbandonAsync();

            Assert.Contains("No space left on device", failure.Message);
            Assert.Empty(Directory.GetFiles(small));
        }
        finally
        {
            Tool.Run("umount", small);
        }
    }

    private static byte[] Content(int drive) => [.. Enumerable.Repeat((byte)(0x41 + drive), 600)];

    private ISnapshotProvider Backups() => Snapshot.Qemu(_folder.At("qmp"), [("drive0", _folder.At("0.qcow2")), ("drive1", _folder.At("1.qcow2"))]);

    private IEnumerable<string> Arguments()
    {
        string[] machine = ["-M", "pc", "-accel", "tcg", "-m", "32", "-S", "-display", "none", "-qmp", $"unix:{_folder.At("qmp")},server=on,wait=off", "-chardev", "stdio,id=said", "-mon", "chardev=said,mode=control"];
        foreach (int drive in (int[])[0, 1, 2])
        {
            string image = _folder.At($"{drive}.img");
            using (FileStream file = File.Create(image))
            {
                file.SetLength((drive + 1) * 1024 * 1024);
                file.Position = 65536;
                file.Write(Content(drive));
            }

            machine = [.. machine, "-drive", $"file={image},format=raw,id=drive{drive},if=none,snapshot={(drive == 2 ? "on" : "off")}", "-device", $"virtio-blk-pci,drive=drive{drive}"];
        }

        return machine;
    }
}
