using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Tests;

/// <summary>Profiles as the binder would hand them over: everything an author left out carries its default.</summary>
internal static class SampleProfiles
{
    public static ProfileSpec WebShop { get; } = new()
    {
        Name = "web-shop",
        TypeName = "WebShop",
        Host = new HostSettings
        {
            TimeoutInSeconds = 120,
            ContinueBackupOnFailure = false,
            FsFreezeEnabled = Limits.DefaultFsFreezeEnabled,
            ScriptsExecutionPollTimeSeconds = 1,
            PreScriptNoOfRetries = Limits.DefaultRetries,
            PostScriptNoOfRetries = 3,
        },
        Run = new RunSettings
        {
            LeaseInSeconds = 90,
            FreezeLimitInSeconds = Limits.DefaultFreezeLimitInSeconds,
            ConfigLocation = Limits.DefaultConfigLocation,
            RunDirectory = Limits.DefaultRunFolder + "/web-shop",
            LogDirectory = Limits.DefaultLogDirectory,
            StateDirectory = Limits.DefaultStateDirectory,
        },
        Engines = (EngineSpec[])[
            new PostgreSqlSpec
            {
                Name = "ledger",
                Method = PostgreSqlQuiesce.Checkpoint,
                OsUser = Limits.DefaultPostgreSqlOsUser,
                Database = Limits.DefaultPostgreSqlDatabase,
                Mounts = (string[])["/var/lib/postgresql"],
            },
            new MariaDbSpec
            {
                Name = "orders",
                Method = MariaDbQuiesce.BackupStage,
                LockWaitInSeconds = Limits.DefaultLockWaitInSeconds,
                Mounts = (string[])["/var/lib/mysql"],
            },
        ],
        Steps = (StepSpec[])[
            new StepSpec
            {
                Member = "DrainWorkers",
                Phase = StepPhase.BeforeQuiesce,
                Text = "systemctl stop orders-worker",
                TimeoutInSeconds = 20,
                Undo = new UndoSpec("ResumeWorkers", "systemctl start orders-worker"),
            },
        ],
    };

    /// <summary>The kinds and methods that have no place in <see cref="EveryEngine"/>, which is as full as a profile may be.</summary>
    public static ProfileSpec FurtherEngines { get; } = WebShop with
    {
        Name = "further-engines",
        Engines = (EngineSpec[])[
            new MongoDbSpec { Name = "carts", Method = MongoDbQuiesce.Journal, LockWaitInSeconds = Limits.DefaultLockWaitInSeconds, Mounts = (string[])["/var/lib/mongodb"] },
            new MongoDbSpec { Name = "visits", Role = RolePolicy.PrimaryOnly, Method = MongoDbQuiesce.FsyncLock, LockWaitInSeconds = 5, Port = 27018, User = "backup", PasswordFile = "/etc/visits/password" },
            new PostgreSqlSpec
            {
                Name = "archive", Method = PostgreSqlQuiesce.BackupMode, OsUser = Limits.DefaultPostgreSqlOsUser, Database = Limits.DefaultPostgreSqlDatabase,
                LabelDirectory = "/mnt/backup/labels", RestoreCommand = "cp '/mnt/backup/wal/%f' \"%p\"",
            },
            new PostgreSqlSpec
            {
                Name = "invoices", Method = PostgreSqlQuiesce.Checkpoint, OsUser = Limits.DefaultPostgreSqlOsUser, Database = Limits.DefaultPostgreSqlDatabase,
                Mounts = (string[])["/srv/invoices"], Cluster = PostgreSqlCluster.Patroni, PauseCluster = true, PatroniConfig = "/etc/patroni/invoices.yml",
            },
        ],
    };

    /// <summary>One engine of every kind that there was room for, most settings used, steps in both phases.</summary>
    public static ProfileSpec EveryEngine { get; } = WebShop with
    {
        Name = "every-engine",
        Engines = (EngineSpec[])[
            .. WebShop.Engines,
            new MySqlSpec { Name = "blog", Method = MySqlQuiesce.InstanceLock, LockWaitInSeconds = 5, Port = 3307, User = "backup", OsUser = "mysql", Client = "/opt/mysql/bin/mysql", DefaultsFile = "/etc/blog.cnf" },
            new RedisSpec { Name = "cache", Role = RolePolicy.ReplicaOnly, Socket = "/run/redis.sock", User = "backup", PasswordFile = "/etc/redis/password" },
            new SystemdUnitsSpec { Name = "workers", Units = (string[])["orders-worker.service", "mailer.service"], StopTimeoutInSeconds = Limits.DefaultStopTimeoutInSeconds },
        ],
        Steps = (StepSpec[])[
            .. WebShop.Steps,
            new StepSpec { Member = "Announce", Phase = StepPhase.AfterRelease, Text = "logger 'it''s done'\necho done", TimeoutInSeconds = 10 },
        ],
    };
}
