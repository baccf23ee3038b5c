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

    /// <summary>Written beside its target and renamed: nobody ever reads half a report, and for root's eyes only, because scripts may print anything.</summary>
    public static void Write(string path, RunReport report)
    {
        string half = path + ".new";
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var file = new FileStream(half, options))
            file.Write(Encoding.UTF8.GetBytes(Text(report)));
        File.Move(half, path, overwrite: true);
    }
}
