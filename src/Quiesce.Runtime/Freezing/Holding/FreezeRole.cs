namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// Who holds a freeze. The number is the rank: when a freeze has to end, the lowest living rank thaws at once and the next ones only if it does not.
/// </summary>
internal enum FreezeRole
{
    Guard = 0,
    Sentinel = 1,
    Run = 2,

    /// <summary><c>quiesce thaw</c>, which comes from outside and thaws what a record says.</summary>
    Rescue = 3,
}
