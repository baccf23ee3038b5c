using Quiesce;

[assembly: ProfileDefaults(ScriptsExecutionPollTimeSeconds = 1, PostScriptNoOfRetries = 3)]

/// <summary>The shop's web VMs: a ledger on PostgreSQL, orders on MariaDB.</summary>
[ConsistencyProfile("web-shop", TimeoutInSeconds = 120, LeaseInSeconds = 90, ContinueBackupOnFailure = false)]
[PostgreSql("ledger", Mounts = ["/var/lib/postgresql"])]          // engines come to rest in this order – what stalls writers last –
[MariaDb("orders", Method = MariaDbQuiesce.BackupStage,           // and are released in reverse
    LockWaitInSeconds = 10, Mounts = ["/var/lib/mysql"])]
internal static partial class WebShop
{
    [BeforeQuiesce(TimeoutInSeconds = 20, Undo = nameof(ResumeWorkers))]
    private const string DrainWorkers = "systemctl stop orders-worker";

    private const string ResumeWorkers = "systemctl start orders-worker";
}
