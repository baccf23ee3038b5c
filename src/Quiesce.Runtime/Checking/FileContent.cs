using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace Quiesce.Runtime.Checking;

internal static class FileContent
{
    /// <summary>The whole content, or one byte more than <paramref name="limit"/>: the reader of the bytes says what too many means.</summary>
    public static byte[] ReadAtMost(string path, int limit)
    {
        using SafeFileHandle file = File.OpenHandle(path);
        byte[] content = new byte[(int)Math.Min(RandomAccess.GetLength(file), limit) + 1];
        int length = 0;
        while (length < content.Length && RandomAccess.Read(file, content.AsSpan(length), length) is var read and > 0)
            length += read;
        return content[..length];
    }
}
