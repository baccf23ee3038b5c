namespace Quiesce.Runtime.Running;

/// <summary>What a recovery point promises, by the names that reports use.</summary>
internal static class ConsistencyLevel
{
    public const string Application = "application";
    public const string FileSystem = "file-system";
    public const string Crash = "crash";

    /// <summary>There is no recovery point.</summary>
    public const string None = "none";

    /// <summary>Another host took the snapshot, or did not.</summary>
    public const string Unknown = "unknown";
}
