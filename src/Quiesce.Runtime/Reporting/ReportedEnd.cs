using System;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Reporting;

internal static class ReportedEnd
{
    public static string Of(ProgramWaitEnd end) => end switch
    {
        ProgramWaitEnd.Exited => "exited",
        ProgramWaitEnd.TimedOut => "timedOut",
        ProgramWaitEnd.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(end)),
    };
}
