using System;
using System.IO;
using Quiesce.Tests.Shared;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A small file system of the test's own, on a loop device, mounted where it is wanted.</summary>
internal sealed class ScratchFileSystem : IDisposable
{
    private readonly string _image = Path.GetTempFileName();

    public ScratchFileSystem(string mountPoint, string size = "256k", string type = "ext2")
    {
        MountPoint = mountPoint;
        Directory.CreateDirectory(mountPoint);
        Programs.Run("truncate", "-s", size, _image);
        Programs.Run("mke2fs", "-q", "-F", "-t", type, "-m", "0", _image);
        Programs.Run("mount", "-o", "loop", _image, mountPoint);
    }

    /// <summary>What a crash of the machine would have left of it: whatever only lay in memory is missing.</summary>
    public ScratchFileSystem AfterACrash(string mountPoint) => new(this, mountPoint);

    private ScratchFileSystem(ScratchFileSystem crashed, string mountPoint)
    {
        MountPoint = mountPoint;
        Directory.CreateDirectory(mountPoint);
        File.Copy(crashed._image, _image, overwrite: true);
        Programs.Run("mount", "-o", "loop", _image, mountPoint);
    }

    public string MountPoint { get; }

    /// <summary>Until no more than these few blocks can be written, in whatever file.</summary>
    public void Fill(int freeBlocks = 0)
    {
        for (var block = 0; block < freeBlocks; block++)
            File.WriteAllText($"{MountPoint}/room-{block}", "x");
        FillUp();
        for (var block = 0; block < freeBlocks; block++)
            File.Delete($"{MountPoint}/room-{block}");
    }

    private void FillUp()
    {
        using var file = new FileStream(MountPoint + "/ballast", FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var block = new byte[1024];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // No space is left on the device: that is what was wanted.
        }
    }

    public void MakeReadOnly() => Programs.Run("mount", "-o", "remount,ro", MountPoint);

    public void Dispose()
    {
        Programs.Run("umount", MountPoint);
        File.Delete(_image);
    }
}
