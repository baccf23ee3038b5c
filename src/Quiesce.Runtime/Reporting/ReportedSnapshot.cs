using System.Collections.Generic;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Runtime.Reporting;

/// <summary>
/// The snapshot: what took it, how that ended – <c>taken</c>, <c>failed</c>, <c>timedOut</c> or <c>cancelled</c> –, when it was at work during the standstill, and what it made. A command
/// has an exit status and what it printed besides; of what it made, nothing is known.
/// </summary>
internal sealed record ReportedSnapshot(
    string Provider, string End, int? ExitStatus, double StartMs, double EndMs, IReadOnlyList<SnapshotPart> Parts, string Output, string Error)
{
    public const string NotBegun = "notBegun";
    public const string Taken = "taken";
    public const string Failed = "failed";
    public const string TimedOut = "timedOut";
    public const string Cancelled = "cancelled";

    public static ReportedSnapshot Of(ISnapshotProvider provider, string end, SnapshotResult result, double startMs, double endMs) =>
        new(provider.Description, end, result.ExitStatus, startMs, endMs, result.Parts, result.Output, result.Error);
}
