using System;
using System.IO;
using System.Text.Json;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Reporting;

namespace Quiesce.Runtime.History;

/// <summary>One run of the history.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Report">What is known of it: under another host than this one, what the scripts recorded.</param>
internal sealed record PastRun(string Path, RunReport Report)
{
    private const int MostBytes = 16 * 1024 * 1024;

    public static PastRun? TryRead(FileInfo file)
    {
        try
        {
            return Read(file.FullName);
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <exception cref="JsonException">The file is no report.</exception>
    public static PastRun Read(string path) => new(path, ReportFile.Parse(FileContent.ReadAtMost(path, MostBytes)));
}
