using Microsoft.CodeAnalysis;
using Quiesce.Contract;
using Quiesce.Contract.Profiles;

namespace Quiesce.Generators.Binding;

/// <summary>Turns an engine's attribute into the record of its kind.</summary>
internal static class EngineBinder
{
    /// <returns><see langword="null"/> when the attribute is not an engine's.</returns>
    /// <param name="attribute">The attribute.</param>
    /// <param name="without">A setting to overlook, as if it were not written.</param>
    public static EngineSpec? Bind(AttributeData attribute, string? without = null)
    {
        var engine = new AttributeArguments(attribute, without: without);
        return attribute.NameIfOurs() switch
        {
            AttributeNames.MariaDb => InCluster(WithServer(BindMariaDb(engine), engine), engine),
            AttributeNames.MySql => InCluster(WithServer(BindMySql(engine), engine), engine),
            AttributeNames.PostgreSql => InCluster(WithServer(BindPostgreSql(engine), engine, Limits.DefaultPostgreSqlOsUser), engine),
            AttributeNames.Redis => WithServer(BindRedis(engine), engine),
            AttributeNames.MongoDb => WithServer(BindMongoDb(engine), engine),
            AttributeNames.SystemdUnits => BindSystemdUnits(engine),
            _ => null,
        };
    }

    private static MariaDbSpec BindMariaDb(AttributeArguments engine) => new()
    {
        Name = engine.Name,
        Cluster = (MariaDbCluster?)engine.Enumeration(nameof(MariaDbSpec.Cluster)),
        Method = (MariaDbQuiesce?)engine.Enumeration(nameof(MariaDbSpec.Method)),
        LockWaitInSeconds = engine.Int32(nameof(MariaDbSpec.LockWaitInSeconds), Limits.DefaultLockWaitInSeconds),
        LongStatements = (LongStatementPolicy?)engine.Enumeration(nameof(MariaDbSpec.LongStatements)),
        LongStatementInSeconds = engine.Int32(nameof(MariaDbSpec.LongStatementInSeconds), Limits.DefaultLongStatementInSeconds),
        Socket = engine.Text(nameof(MariaDbSpec.Socket)),
        DefaultsFile = engine.Text(nameof(MariaDbSpec.DefaultsFile)),
    };

    private static MySqlSpec BindMySql(AttributeArguments engine) => new()
    {
        Name = engine.Name,
        Cluster = (MySqlCluster?)engine.Enumeration(nameof(MySqlSpec.Cluster)),
        Method = (MySqlQuiesce?)engine.Enumeration(nameof(MySqlSpec.Method)),
        ExactCoordinates = engine.Boolean(nameof(MySqlSpec.ExactCoordinates), false),
        LockWaitInSeconds = engine.Int32(nameof(MySqlSpec.LockWaitInSeconds), Limits.DefaultLockWaitInSeconds),
        LongStatements = (LongStatementPolicy?)engine.Enumeration(nameof(MySqlSpec.LongStatements)),
        LongStatementInSeconds = engine.Int32(nameof(MySqlSpec.LongStatementInSeconds), Limits.DefaultLongStatementInSeconds),
        Socket = engine.Text(nameof(MySqlSpec.Socket)),
        DefaultsFile = engine.Text(nameof(MySqlSpec.DefaultsFile)),
    };

    private static PostgreSqlSpec BindPostgreSql(AttributeArguments engine) => new()
    {
        Name = engine.Name,
        Cluster = (PostgreSqlCluster?)engine.Enumeration(nameof(PostgreSqlSpec.Cluster)),
        Method = (PostgreSqlQuiesce?)engine.Enumeration(nameof(PostgreSqlSpec.Method)),
        SocketDirectory = engine.Text(nameof(PostgreSqlSpec.SocketDirectory)),
        Database = engine.Text(nameof(PostgreSqlSpec.Database), Limits.DefaultPostgreSqlDatabase),
        PassFile = engine.Text(nameof(PostgreSqlSpec.PassFile)),
        PatroniConfig = engine.Text(nameof(PostgreSqlSpec.PatroniConfig)),
        LabelDirectory = engine.Text(nameof(PostgreSqlSpec.LabelDirectory)),
        RestoreCommand = engine.Text(nameof(PostgreSqlSpec.RestoreCommand)),
    };

    private static RedisSpec BindRedis(AttributeArguments engine) => new()
    {
        Name = engine.Name,
        Socket = engine.Text(nameof(RedisSpec.Socket)),
        PasswordFile = engine.Text(nameof(RedisSpec.PasswordFile)),
    };

    private static MongoDbSpec BindMongoDb(AttributeArguments engine) => new()
    {
        Name = engine.Name,
        Method = (MongoDbQuiesce?)engine.Enumeration(nameof(MongoDbSpec.Method)),
        LockWaitInSeconds = engine.Int32(nameof(MongoDbSpec.LockWaitInSeconds), Limits.DefaultLockWaitInSeconds),
        PasswordFile = engine.Text(nameof(MongoDbSpec.PasswordFile)),
    };

    private static SystemdUnitsSpec BindSystemdUnits(AttributeArguments engine) => new()
    {
        Name = engine.Name,
        Mounts = engine.Texts(nameof(EngineSpec.Mounts)),
        Units = engine.RestOfConstructor,
        StopTimeoutInSeconds = engine.Int32(nameof(SystemdUnitsSpec.StopTimeoutInSeconds), Limits.DefaultStopTimeoutInSeconds),
    };

    /// <summary>Adds what is common to every server that is reached through a client.</summary>
    private static T WithServer<T>(T spec, AttributeArguments engine, string? defaultOsUser = null)
        where T : DatabaseServerSpec
        => spec with
        {
            Mounts = engine.Texts(nameof(EngineSpec.Mounts)),
            Port = engine.Int32(nameof(DatabaseServerSpec.Port)),
            User = engine.Text(nameof(DatabaseServerSpec.User)),
            OsUser = engine.Text(nameof(DatabaseServerSpec.OsUser), defaultOsUser),
            Client = engine.Text(nameof(DatabaseServerSpec.Client)),
            Role = (RolePolicy?)engine.Enumeration(nameof(DatabaseServerSpec.Role)),
            FailoverAfterInSeconds = engine.Int32(nameof(DatabaseServerSpec.FailoverAfterInSeconds)),
        };

    /// <summary>Adds what is common to every server that may belong to a cluster.</summary>
    private static T InCluster<T>(T spec, AttributeArguments engine)
        where T : ClusteredServerSpec
        => spec with
        {
            PauseCluster = engine.Boolean(nameof(ClusteredServerSpec.PauseCluster), false),
        };
}
