using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>Writes the settings that only engines of one kind have, under the attribute properties' names in camel case. What is left to the client is left out.</summary>
internal static class EngineSettingsJson
{
    public static void Write(JsonText json, EngineSpec engine)
    {
        if (engine is DatabaseServerSpec server)
        {
            json.Optional("port", server.Port)
                .Optional("user", server.User)
                .Optional("osUser", server.OsUser)
                .Optional("client", server.Client)
                .Optional("failoverAfterInSeconds", server.FailoverAfterInSeconds)
                .Optional("role", server.RoleName);
        }

        if (engine is ClusteredServerSpec clustered)
        {
            json.Optional("cluster", clustered.ClusterName)
                .Optional("pauseCluster", clustered.PauseCluster);
        }

        switch (engine)
        {
            case MariaDbSpec mariaDb:
                json.Value("lockWaitInSeconds", mariaDb.LockWaitInSeconds)
                    .Optional("longStatements", mariaDb.LongStatements.Name())
                    .Optional("longStatementInSeconds", mariaDb.LongStatementInSeconds)
                    .Optional("socket", mariaDb.Socket)
                    .Optional("defaultsFile", mariaDb.DefaultsFile);
                break;
            case MySqlSpec mySql:
                json.Optional("exactCoordinates", mySql.ExactCoordinates)
                    .Value("lockWaitInSeconds", mySql.LockWaitInSeconds)
                    .Optional("longStatements", mySql.LongStatements.Name())
                    .Optional("longStatementInSeconds", mySql.LongStatementInSeconds)
                    .Optional("socket", mySql.Socket)
                    .Optional("defaultsFile", mySql.DefaultsFile);
                break;
            case PostgreSqlSpec postgreSql:
                json.Optional("socketDirectory", postgreSql.SocketDirectory)
                    .Optional("database", postgreSql.Database)
                    .Optional("passFile", postgreSql.PassFile)
                    .Optional("patroniConfig", postgreSql.PatroniConfig)
                    .Optional("labelDirectory", postgreSql.LabelDirectory)
                    .Optional("restoreCommand", postgreSql.RestoreCommand);
                break;
            case RedisSpec redis:
                json.Optional("socket", redis.Socket)
                    .Optional("passwordFile", redis.PasswordFile);
                break;
            case MongoDbSpec mongoDb:
                json.Value("lockWaitInSeconds", mongoDb.LockWaitInSeconds)
                    .Optional("passwordFile", mongoDb.PasswordFile);
                break;
            case SystemdUnitsSpec systemd:
                json.Values("units", systemd.Units)
                    .Value("stopTimeoutInSeconds", systemd.StopTimeoutInSeconds);
                break;
        }
    }
}
