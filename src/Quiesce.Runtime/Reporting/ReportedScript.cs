using System.Collections.Generic;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Reporting;

/// <summary>One script, and whose it is: <c>Plugin</c> is empty where no host configuration names one. <c>End</c> is <c>exited</c>, <c>timedOut</c> or <c>cancelled</c>; of its output the head and the tail are kept.</summary>
internal sealed record ReportedScript(
    string Name, string Plugin, string Path, int Attempts, string End, int? ExitStatus, double StartMs, double EndMs, string Output, string Error, IReadOnlyList<int> LeftBehind)
{
    public static ReportedScript Of(string plugin, HostScript script, ScriptResult result) => new(
        script.Name,
        plugin,
        script.File.Path,
        result.Attempts,
        ReportedEnd.Of(result.End),
        result.ExitStatus,
        result.StartMs,
        result.EndMs,
        result.Output,
        result.Error,
        result.LeftBehind);
}
