namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>All that the three say to each other, a byte each; everything else is in the ledger.</summary>
internal enum Message : byte
{
    /// <summary>Each to both others: I am there, and watch.</summary>
    Ready = (byte)'r',

    /// <summary>The run to the guard.</summary>
    Freeze = (byte)'F',

    /// <summary>The guard to the run: the pass over the mounts is over, well or not.</summary>
    FreezePassOver = (byte)'f',

    /// <summary>The run to both: the freeze is over. The guard thaws; the sentinel begins to wait for it.</summary>
    Thaw = (byte)'T',

    /// <summary>A holder to the run: it has thawed what it could.</summary>
    ThawPassOver = (byte)'t',

    /// <summary>The run to both: all is done, go.</summary>
    Release = (byte)'E',
}
