namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>Where one file system stands. A ledger's word holds this in its low byte and, while thawing, the role that claimed the thaw above it.</summary>
internal enum EntryState
{
    Untouched = 0,

    /// <summary>
    /// Set before FIFREEZE, left after it. Whoever finds it in the ledger of a guard that is dead cannot know on which side of the call the guard died, and
    /// thaws: FITHAW says EINVAL when nothing was frozen, which does no harm. The price is a window of less than a microsecond in which FIFREEZE had answered
    /// EBUSY, the guard was killed before it could write that down, and somebody else's freeze is thawed – they see it, by the same EINVAL, and lose a
    /// backup. Not thawing would, on a kill at any moment of a call that takes milliseconds, leave a machine whose writers hang for good.
    /// </summary>
    Freezing,

    Frozen,

    /// <summary>FIFREEZE said EBUSY: somebody else froze it, and only they thaw it.</summary>
    FrozenByOthers,

    Refused,

    Thawing,

    Thawed,

    /// <summary>FITHAW said anything but that it thawed, or that nothing was frozen: a disk that could not be written, a policy. It may still be frozen; only a rescuer tries again.</summary>
    ThawRefused,
}
