using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Quiesce.Build.Tests.Scratch;

/// <summary>A folder outside the repository, so that nothing of the repository's own settings reaches a project in it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("quiesce-build-").FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
    }

    /// <summary>Every file and folder below, with all that a build could have changed about it.</summary>
    public IReadOnlyList<string> Snapshot(string relative) =>
    [
        .. new DirectoryInfo(this[relative])
            .EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(entry => entry is FileInfo file
                ? $"{Name(file)} {Mode(file)} {file.LastWriteTimeUtc:O} {File.ReadAllText(file.FullName)}"
                : $"{Name(entry)}/")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The same, without times and text: what there is.</summary>
    public IReadOnlyList<string> Tree(string relative) =>
    [
        .. new DirectoryInfo(this[relative])
            .EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(entry => entry is FileInfo file ? $"{Name(file)} {Mode(file)}" : $"{Name(entry)}/")
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Name(FileSystemInfo entry) => System.IO.Path.GetRelativePath(Path, entry.FullName);

    private static string Mode(FileInfo file) => Convert.ToString((int)file.UnixFileMode, 8);
}
