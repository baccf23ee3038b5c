using System;
using System.IO;
using Quiesce.Tests.Shared;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A file system of the test's own, in memory, with a device number of its own.</summary>
internal sealed class ScratchMount : IDisposable
{
    public ScratchMount(string owner)
    {
        Programs.Run("mount", "-t", "tmpfs", "-o", "mode=700,size=256m", "quiesce-test", Folder);
        Programs.Run("chown", owner, Folder);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("quiesce-mount-").FullName;

    /// <summary>As mountinfo writes it.</summary>
    public string Device => Programs.Run("mountpoint", "-d", Folder).TrimEnd('\n');

    public void Dispose()
    {
        Programs.Run("umount", Folder);
        Directory.Delete(Folder);
    }
}
