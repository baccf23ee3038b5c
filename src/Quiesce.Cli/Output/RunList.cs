using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Reporting;

namespace Quiesce.Cli.Output;

/// <summary>The history, a line a run; or as JSON, of which <see cref="Description"/> says what a reader may rely on.</summary>
internal static class RunList
{
    /// <summary>Raised when a reader of the former version would misunderstand the new one.</summary>
    public const int SchemaVersion = 1;

    public const string Description =
        """
        --json prints the run's report, which 'quiesce show --schema' describes; without RUN one object:
          schemaVersion   1
          runs            an array, the latest first, of objects with
            runId         as RUN takes it
            startedAt     the wall clock's time in UTC
            profile       the profile's name, or none
            outcome       its name
            number        its number
            level         "application", "file-system", "crash", "none" or "unknown"
            isRehearsal   true when no snapshot was wanted; the text shows the level in brackets
            file          the whole report, or what the scripts recorded
        """;

    public static void Write(TextWriter output, IEnumerable<PastRun> runs)
    {
        string[][] rows =
        [
            ["STARTED", "LEVEL", "STALL", "OUTCOME", "PROFILE", "RUN"],
            .. runs.Select(run => run.Report).Select(report => (string[])
            [
                report.StartedAt,
                report.IsRehearsal ? $"({report.Level})" : report.Level,
                report.Stall is { } stall ? Duration.Text(stall.ToMs - stall.FromMs) : "-",
                $"{report.Outcome.Name} ({report.Outcome.Number})",
                report.Profile == "" ? "-" : report.Profile,
                report.RunId,
            ]),
        ];
        for (int column = 0; column < rows[0].Length; column++)
        {
            int width = rows.Max(row => row[column].Length);
            foreach (string[] row in rows)
                row[column] = row[column].PadRight(width);
        }

        foreach (string[] row in rows)
            output.WriteLine(string.Join("  ", row).TrimEnd());
    }

    public static string Json(IEnumerable<PastRun> runs)
    {
        JsonText json = new JsonText().OpenObject().Value("schemaVersion", SchemaVersion).OpenArray("runs");
        foreach (PastRun run in runs)
        {
            json.OpenObject()
                .Value("runId", run.Report.RunId)
                .Value("startedAt", run.Report.StartedAt)
                .Value("profile", run.Report.Profile)
                .Value("outcome", run.Report.Outcome.Name)
                .Value("number", run.Report.Outcome.Number)
                .Value("level", run.Report.Level)
                .Value("isRehearsal", run.Report.IsRehearsal)
                .Value("file", run.Path)
                .CloseObject();
        }

        return json.CloseArray().CloseObject().ToString();
    }
}
