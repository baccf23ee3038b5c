using System;
using System.IO;
using System.Text;

namespace Quiesce.Runtime.Reporting;

/// <summary>Writes a file beside its target and renames it: nobody ever reads half of it.</summary>
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
                file.Write(Encoding.UTF8.GetBytes(text));

            // The umask takes away what the reader of metrics needs.
            File.SetUnixFileMode(half, mode);
            File.Move(half, path, overwrite: true);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }
}
