using System;
using System.Collections.Generic;
using System.Linq;

namespace Quiesce.Contract.Rules;

internal static class PathText
{
    public static bool IsAbsolute(string path) => path.StartsWith("/", StringComparison.Ordinal);

    /// <summary>The first of the folders that the path is, or lies in; <see langword="null"/> when it lies in none. The root is above everything, which says nothing, and so
    /// is not counted.</summary>
    public static string? FolderAbove(string path, IEnumerable<string> folders)
        => folders.FirstOrDefault(folder => (Collapsed(path) + "/").StartsWith(Collapsed(folder) + "/", StringComparison.Ordinal));

    /// <summary>Without empty and <c>.</c> segments, and so without a slash at the end: the kernel reads both spellings alike.</summary>
    private static string Collapsed(string path) => "/" + string.Join("/", path.Split('/').Where(segment => segment.Length > 0 && segment != "."));
}
