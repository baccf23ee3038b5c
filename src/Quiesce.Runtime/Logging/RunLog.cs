using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;

namespace Quiesce.Runtime.Logging;

/// <summary>Writes a run into the machine's log: when it begins, and what became of it.</summary>
internal static class RunLog
{
    public static void Began(SystemLog log, string runId) => log.Write(LogPriority.Notice, runId, "", "the run begins");

    public static void Ended(SystemLog log, RunReport report)
    {
        foreach (string remark in report.Remarks)
            log.Write(LogPriority.Warning, report.RunId, report.Profile, remark);
        string stall = report.Stall is { } interval ? $", stall {Duration.Text(interval.ToMs - interval.FromMs)}" : "";
        log.Write(PriorityOf(report), report.RunId, report.Profile, $"{report.Outcome.Name} ({report.Outcome.Number}), level {report.Level}{stall}: {report.Outcome.Message}");
    }

    private static LogPriority PriorityOf(RunReport report) => report switch
    {
        { Outcome.Number: 0 } => LogPriority.Notice,
        { Level: ConsistencyLevel.Application or ConsistencyLevel.FileSystem } => LogPriority.Warning,
        _ => LogPriority.Error,
    };
}
