namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// What one holder knows of the others. A guard can die in two steps: the thread of its loop is gone at once; but the one that is inside a blocked FIFREEZE
/// cannot die before that returns, and until then nobody knows how it ends. Only the closing of its links, which is the work of the last thread, tells that.
/// </summary>
internal struct HoldersAlive
{
    private int _dead;

    /// <summary>Whether a FIFREEZE may still be under way.</summary>
    public bool IsFreezerAlive { get; private set; }

    /// <summary>All are taken to live until seen dead.</summary>
    public static HoldersAlive Everybody => new() { IsFreezerAlive = true };

    public static HoldersAlive Nobody => new() { _dead = -1 };

    public readonly bool IsAlive(FreezeRole role) => (_dead & 1 << (int)role) == 0;

    public readonly int LivingBelow(FreezeRole role)
    {
        int living = 0;
        for (FreezeRole lower = 0; lower < role; lower++)
            living += IsAlive(lower) ? 1 : 0;
        return living;
    }

    public void MarkDying(FreezeRole role) => _dead |= 1 << (int)role;

    public void MarkGone(FreezeRole role)
    {
        MarkDying(role);
        if (role == FreezeRole.Guard)
            IsFreezerAlive = false;
    }
}
