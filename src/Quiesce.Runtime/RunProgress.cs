using System;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Runtime;

/// <summary>Where a run stands.</summary>
/// <param name="RunId">The run's id, as in its report.</param>
/// <param name="Phase">The phase that has begun, or still lasts: <c>check</c>, <c>prepare</c>, <c>pre</c>, <c>freeze</c>, <c>snapshot</c>, <c>thaw</c>, <c>post</c>.</param>
/// <param name="Elapsed">How long the phase has lasted so far; zero at its beginning.</param>
/// <param name="Copy">Of a snapshot that copies: how far it has got.</param>
public sealed record RunProgress(string RunId, string Phase, TimeSpan Elapsed, SnapshotProgress? Copy = null);
