namespace Quiesce.Runtime.Snapshots;

/// <summary>How far a copy has got.</summary>
/// <param name="Part">The part at work, as its path or device is named.</param>
/// <param name="DoneBytes">Bytes dealt with so far, holes included.</param>
/// <param name="TotalBytes">Bytes in all.</param>
public sealed record SnapshotProgress(string Part, long DoneBytes, long TotalBytes);
