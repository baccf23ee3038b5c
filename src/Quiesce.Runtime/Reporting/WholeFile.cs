using System;
using System.IO;
using System.Text;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Reporting;

/// <summary>Writes a file beside its target and renames it: nobody ever reads half of it, and once it is written no power cut takes it away. Not for a time when anything is frozen.</summary>
internal static class WholeFile
{
    public static void Write(string path, string text, UnixFileMode mode)
    {
        // A name of its own: two writers at once must not write into one another's half, and the last to rename wins whole.
        string half = $"{path}.{Environment.ProcessId}.new";
        try
        {
            File.Delete(half);
            using (var file = new FileStream(half, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = mode }))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            // The umask takes away what the reader of metrics needs.
            File.SetUnixFileMode(half, mode);
            File.Move(half, path, overwrite: true);
            FlushName(path);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }

    /// <summary>The new name is in the folder, and the folder in memory. A file system that flushes no folders keeps its names by itself, or cannot be helped.</summary>
    private static void FlushName(string path)
    {
        int number = LibC.open(Path.GetDirectoryName(Path.GetFullPath(path))!, LibC.O_RDONLY | LibC.O_DIRECTORY | LibC.O_CLOEXEC, 0);
        // The file is there, and whole: whoever may write to a folder without reading it has no more to be told.
        if (number < 0)
            return;
        using Descriptor folder = Descriptor.Own(number, path);
        LibC.fsync(folder.Number);
    }
}
