using System;

namespace Quiesce.Runtime.Snapshots;

/// <summary>A snapshot cannot be taken, or failed. The message is a sentence for a person: what went wrong, and what helps.</summary>
/// <param name="message">What went wrong, and what helps.</param>
/// <param name="cause">What was caught, if anything.</param>
public sealed class SnapshotException(string message, Exception? cause = null) : Exception(message, cause);
