namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>Why a freeze ended. The first cause wins; only <see cref="Asked"/> leaves the level standing.</summary>
internal enum EndCause
{
    None = 0,
    Asked,
    Deadline,
    FreezeFailed,
    GuardLost,
    SentinelLost,
    RunLost,
    Signal,
    Rescued,
}
