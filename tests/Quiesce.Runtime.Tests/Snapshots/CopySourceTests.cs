using System;
using System.IO;
using System.Runtime.InteropServices;
using Quiesce.Runtime.Interop;
using Quiesce.Runtime.Snapshots;
using Xunit;

namespace Quiesce.Runtime.Tests.Snapshots;

/// <summary>What a source answers when it is asked where its data are, and does not know, or cannot say.</summary>
public sealed partial class CopySourceTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Data_that_cannot_be_looked_for_are_not_taken_for_a_hole()
    {
        using CopySource source = CopySource.Open(_folder.Write("image", "what must not become zeros"));
        (Descriptor one, Descriptor other) = Descriptor.Link();
        using (one)
        using (other)
            BecomesUnder(source, one.Number);

        Assert.Contains("Illegal seek", Assert.Throws<SnapshotException>(() => source.NextData(0)).Message);
        Assert.Contains("Illegal seek", Assert.Throws<SnapshotException>(() => source.NextHole(0)).Message);
    }

    [Fact]
    public void Of_what_cannot_tell_its_holes_everything_is_data()
    {
        using CopySource source = CopySource.Open(_folder.Write("image", "what must not become zeros"));
        using Descriptor proc = Descriptor.Own(LibC.open("/proc/version", LibC.O_RDONLY | LibC.O_CLOEXEC, 0), "/proc/version");
        BecomesUnder(source, proc.Number);

        Assert.Equal((0, 5, source.Length), (source.NextData(0), source.NextData(5), source.NextHole(5)));
    }

    [Fact]
    public void A_hole_at_the_end_is_told_from_an_end_that_was_cut_off()
    {
        string path = _folder.Write("image", "data");
        Resize(path, 1 << 20);
        using CopySource source = CopySource.Open(path);

        Assert.Equal(1 << 20, source.NextData(1 << 19));

        Resize(path, 4);
        Assert.Contains("shorter", Assert.Throws<SnapshotException>(() => source.NextData(1 << 19)).Message);
    }

    private static void Resize(string path, long length)
    {
        using FileStream file = File.OpenWrite(path);
        file.SetLength(length);
    }

    /// <summary>What a disk or a server that begins to fail cannot be made to do: the open file turns into another, which answers otherwise.</summary>
    private static void BecomesUnder(CopySource source, int other) => Assert.Equal(source.Descriptor.Number, dup2(other, source.Descriptor.Number));

    [LibraryImport("libc")]
    private static partial int dup2(int descriptor, int target);
}
