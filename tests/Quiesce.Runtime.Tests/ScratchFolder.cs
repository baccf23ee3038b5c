using System;
using System.IO;

namespace Quiesce.Runtime.Tests;

/// <summary>A folder of one test's own, gone with it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("quiesce-test-").FullName;

    /// <summary>Writes a file with the given mode, as octal digits.</summary>
    public string Write(string name, string content, string mode = "600")
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, content);
        File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(mode, 8));
        return path;
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
