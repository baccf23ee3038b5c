using System.Collections.Generic;
using System.IO;

namespace Quiesce.Build;

/// <summary>Walks a folder without ever leaving it: a link is one entry, whatever it points to.</summary>
internal static class FolderTree
{
    public static IEnumerable<string> Files(string folder)
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (!IsFolder(entry))
            {
                yield return entry.FullName;
                continue;
            }

            foreach (var file in Files(entry.FullName))
                yield return file;
        }
    }

    /// <summary>Removes the folders that hold no file at any depth, this one included.</summary>
    public static void RemoveEmpty(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        var holdsAnything = false;
        foreach (var entry in new DirectoryInfo(folder).GetFileSystemInfos())
        {
            if (IsFolder(entry))
                RemoveEmpty(entry.FullName);
            holdsAnything |= !IsFolder(entry) || Directory.Exists(entry.FullName);
        }

        if (!holdsAnything)
            Directory.Delete(folder);
    }

    private static bool IsFolder(FileSystemInfo entry) => entry is DirectoryInfo && entry.LinkTarget is null;
}
