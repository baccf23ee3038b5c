namespace Quiesce.Runtime.Reporting;

/// <summary>The published JSON schema of <see cref="RunReport"/>. A test makes it from the records and their documentation, and holds real reports to it.</summary>
internal static class ReportSchema
{
    public const string FileName = "RunReport.schema.json";

    public static string Text() => EmbeddedText.Of(FileName);
}
