namespace Quiesce.Runtime.Freezing;

/// <summary>Why nothing is frozen.</summary>
internal enum FreezeFault
{
    /// <summary>The kernel, or a rule of ours, refused.</summary>
    Failed,

    /// <summary>The deadline came before everything was frozen.</summary>
    Timeout,

    /// <summary>A mount could not be found or opened.</summary>
    OpenFailed,
}
