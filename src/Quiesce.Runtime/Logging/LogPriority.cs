namespace Quiesce.Runtime.Logging;

/// <summary>syslog's severities, as far as a run uses them.</summary>
internal enum LogPriority
{
    Error = 3,
    Warning = 4,
    Notice = 5,
}
