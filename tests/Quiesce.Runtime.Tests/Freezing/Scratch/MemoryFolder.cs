using System;
using System.IO;

namespace Quiesce.Runtime.Tests.Freezing.Scratch;

/// <summary>A folder in memory, for records.</summary>
internal sealed class MemoryFolder : IDisposable
{
    private readonly string folder = "/dev/shm/quiesce-test-" + Guid.NewGuid().ToString("N");

    public MemoryFolder() => Directory.CreateDirectory(folder);

    public string Folder => folder;

    /// <summary>Does not exist yet.</summary>
    public string Records => Path.Combine(folder, "records");

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
