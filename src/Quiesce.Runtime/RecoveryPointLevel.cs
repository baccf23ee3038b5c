namespace Quiesce.Runtime;

/// <summary>What a recovery point promises, from nothing to everything.</summary>
public enum RecoveryPointLevel
{
    /// <summary>There is no recovery point.</summary>
    None,

    /// <summary>What was on the disk at that instant, or somewhere near it.</summary>
    Crash,

    /// <summary>It boots, nothing is corrupt, and nothing is lost; the application repairs itself.</summary>
    FileSystem,

    /// <summary>The application's own view is consistent, and that is proven.</summary>
    Application,
}
