namespace Quiesce;

/// <summary>How a MongoDB server is brought to rest.</summary>
#if QUIESCE_CONTRACT
internal
#else
public
#endif
enum MongoDbQuiesce
{
    /// <summary>
    /// A flush, then the freeze. For servers whose data and journal are frozen at one instant: the copy recovers from its journal as after a power cut. Writers stand still only while the
    /// file systems are frozen. (Source: MongoDB manual, Back Up and Restore with Filesystem Snapshots.)
    /// </summary>
    Journal = 0,

    /// <summary>
    /// <c>fsyncLock</c>, held until the release: every write stands still. The lock is counted and the server's own, so exactly the one that was taken is given back, by whoever ends the run.
    /// (Source: MongoDB manual, db.fsyncLock().)
    /// </summary>
    FsyncLock = 1,
}
