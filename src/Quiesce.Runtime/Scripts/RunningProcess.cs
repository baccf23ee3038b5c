namespace Quiesce.Runtime.Scripts;

/// <summary>A process that has not ended, and where it belongs.</summary>
internal readonly record struct RunningProcess(int Id, int Parent, int Session);
