using System;
using System.Globalization;
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

    /// <exception cref="JsonException">The file is neither a report nor a record.</exception>
    public static PastRun Read(string path)
    {
        byte[] text = FileContent.ReadAtMost(path, MostBytes);
        using JsonDocument document = JsonDocument.Parse(text);
        return new PastRun(path, RecordedReport.IsRecord(document.RootElement)
            ? RecordedReport.Of(document.RootElement.Clone(), File.GetLastWriteTimeUtc(path))
            : ReportFile.Parse(text));
    }

    public static string Text(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
