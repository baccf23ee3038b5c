namespace Quiesce.Generators.Tests;

internal static class Sources
{
    /// <summary>The profile of the documentation, with everything a profile can have.</summary>
    public const string WebShop = """
        using Quiesce;

        [assembly: ProfileDefaults(ScriptsExecutionPollTimeSeconds = 1, PostScriptNoOfRetries = 3)]

        namespace Shop;

        /// <summary>The shop's web VMs.</summary>
        [ConsistencyProfile("web-shop", TimeoutInSeconds = 120, LeaseInSeconds = 90, ContinueBackupOnFailure = false)]
        [PostgreSql("ledger", Mounts = ["/var/lib/postgresql"])]
        [MariaDb("orders", Method = MariaDbQuiesce.BackupStage, LockWaitInSeconds = 10, Mounts = ["/var/lib/mysql"])]
        internal static partial class WebShop
        {
            [BeforeQuiesce(TimeoutInSeconds = 20, Undo = nameof(ResumeWorkers))]
            private const string DrainWorkers = "systemctl stop orders-worker";

            private const string ResumeWorkers = "systemctl start orders-worker";
        }
        """;

    /// <summary>A profile of nothing but one engine.</summary>
    public static string Profile(string settings = "", string before = "", string body = "", string name = "web-shop") => $$"""
        using Quiesce;
        {{before}}
        [ConsistencyProfile("{{name}}"{{settings}})]
        [MariaDb("orders", Mounts = new[] { "/var/lib/mysql" })]
        internal static partial class WebShop
        {
        {{body}}
        }
        """;
}
