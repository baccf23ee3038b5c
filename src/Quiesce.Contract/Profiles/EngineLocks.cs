namespace Quiesce.Contract.Profiles;

internal static class EngineLocks
{
    /// <summary>How long the engine's lock may be waited for, in seconds; <see langword="null"/> where it takes none, or the time is not known.</summary>
    public static int? LockWait(this EngineSpec engine) => engine switch
    {
        MariaDbSpec mariaDb => mariaDb.LockWaitInSeconds,
        MySqlSpec mySql => mySql.LockWaitInSeconds,
        MongoDbSpec { Method: MongoDbQuiesce.FsyncLock } mongoDb => mongoDb.LockWaitInSeconds,
        _ => null,
    };
}
