using System;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Quiesce.Runtime.Reporting;

/// <summary>A report as text, and on disk.</summary>
internal static class ReportFile
{
    // The text is read as a file or by a program, never as part of a page: quotation marks and umlauts may stay themselves.
    private static readonly RunReportJson s_json = new(new JsonSerializerOptions(RunReportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Text(RunReport report) => JsonSerializer.Serialize(report, s_json.RunReport) + "\n";

    /// <exception cref="JsonException">The text is not a report.</exception>
    public static RunReport Parse(ReadOnlySpan<byte> text) => JsonSerializer.Deserialize(text, s_json.RunReport) switch
    {
        null => throw new JsonException("the report is null"),
        { SchemaVersion: not RunReport.CurrentSchemaVersion } other => throw new JsonException($"has schema version {other.SchemaVersion}; this program reads version {RunReport.CurrentSchemaVersion}"),
        { } report => report,
    };

    /// <summary>For root's eyes only, because scripts may print anything.</summary>
    public static void Write(string path, RunReport report) => WholeFile.Write(path, Text(report), UnixFileMode.UserRead | UnixFileMode.UserWrite);
}
