using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>Writes an engine's settings as the assignments that the fragment of its kind reads. What is left to the client is empty.</summary>
internal static class EngineSettingsHead
{
    public static void Write(ScriptHead head, EngineSpec engine)
    {
        head.Assign("engine_kind", engine.Kind)
            .Assign("engine_name", engine.Name)
            .Assign("engine_method", engine.MethodName)
            .Assign("engine_proof", engine.Proof.ToString().ToLowerInvariant())
            .Assign("engine_verified", engine.IsVerifiedOnRealServer ? "yes" : "no");
        if (engine is DatabaseServerSpec server)
        {
            head.Assign("engine_port", server.Port)
                .Assign("engine_user", server.User)
                .Assign("engine_os_user", server.OsUser)
                .Assign("engine_client", server.Client);
        }

        // Every engine says these, because the values of the engine before it would otherwise still be there.
        var clustered = engine as ClusteredServerSpec;
        head.Assign("engine_role", (engine as DatabaseServerSpec)?.RoleName ?? "any")
            .Assign("engine_cluster", clustered?.ClusterName ?? "none")
            .Assign("engine_pause_cluster", clustered?.PauseCluster == true ? "yes" : "no")
            .Assign("engine_failover_after", (engine as DatabaseServerSpec)?.FailoverAfterInSeconds);

        switch (engine)
        {
            case MariaDbSpec mariaDb:
                WriteLock(head, mariaDb.LockWaitInSeconds, mariaDb.Socket, mariaDb.DefaultsFile);
                WriteLongStatements(head, mariaDb.LongStatements, mariaDb.LongStatementInSeconds);
                break;
            case MySqlSpec mySql:
                WriteLock(head, mySql.LockWaitInSeconds, mySql.Socket, mySql.DefaultsFile);
                WriteLongStatements(head, mySql.LongStatements, mySql.LongStatementInSeconds);
                break;
            case PostgreSqlSpec postgreSql:
                head.Assign("engine_socket_directory", postgreSql.SocketDirectory)
                    .Assign("engine_database", postgreSql.Database)
                    .Assign("engine_pass_file", postgreSql.PassFile)
                    .Assign("engine_patroni_config", postgreSql.PatroniConfig)
                    .Assign("engine_label_directory", postgreSql.LabelDirectory)
                    .Assign("engine_restore_command", PostgreSqlSetting(postgreSql.RestoreCommand));
                break;
            case RedisSpec redis:
                head.Assign("engine_socket", redis.Socket)
                    .Assign("engine_password_file", redis.PasswordFile);
                break;
            case MongoDbSpec mongoDb:
                head.Assign("engine_lock_wait", mongoDb.LockWaitInSeconds)
                    .Assign("engine_password_file", mongoDb.PasswordFile);
                break;
            case SystemdUnitsSpec systemd:
                // No unit's name can hold a blank.
                head.Assign("engine_units", string.Join(" ", systemd.Units))
                    .Assign("engine_stop_limit", systemd.StopTimeoutInSeconds);
                break;
        }
    }

    /// <summary>As a value stands in the server's own configuration files, where quotes are doubled and backslashes escape.</summary>
    private static string PostgreSqlSetting(string? value) => $"'{value?.Replace("\\", "\\\\").Replace("'", "''")}'";

    private static void WriteLock(ScriptHead head, int? lockWaitInSeconds, string? socket, string? defaultsFile)
        => head.Assign("engine_lock_wait", lockWaitInSeconds)
            .Assign("engine_socket", socket)
            .Assign("engine_defaults_file", defaultsFile);

    private static void WriteLongStatements(ScriptHead head, LongStatementPolicy? policy, int? age)
        => head.Assign("engine_long_statements", policy.Name() ?? "wait")
            .Assign("engine_long_after", age);
}
