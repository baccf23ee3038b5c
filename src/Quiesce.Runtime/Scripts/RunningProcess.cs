namespace Quiesce.Runtime.Scripts;

/// <summary>A process that has not ended, and where it belongs.</summary>
internal sealed record RunningProcess(int Id, int Parent, int Session);
