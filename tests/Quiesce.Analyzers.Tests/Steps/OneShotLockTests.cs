using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Steps;

/// <summary>The classic mistake, and the engine that takes its place.</summary>
public sealed class OneShotLockTests
{
    private const string Lock = """
            // stop the writers
            [BeforeQuiesce(Undo = nameof(Unlock))]
            private const string Lock = "{0} 'FLUSH TABLES WITH READ LOCK'";

            private const string Unlock = "mysql -e 'UNLOCK TABLES'";

        """;

    private const string Sync = """
            // last
            [BeforeQuiesce] private const string Sync = "sync";
        """;

    [Theory]
    [InlineData("[|mariadb|] -e", "MariaDb(\"mariadb\")")]
    [InlineData("sudo -n [|mysql|] -u backup --socket=/run/m.sock -Be", "MariaDb(\"mariadb\", User = \"backup\", Socket = \"/run/m.sock\")")]
    [InlineData("[|mysql|] --defaults-extra-file=/root/my.cnf -e 'LOCK INSTANCE FOR BACKUP' -e", "MySql(\"mysql\", Method = MySqlQuiesce.InstanceLock, DefaultsFile = \"/root/my.cnf\")")]
    public Task The_engine_takes_the_place_of_the_step_and_of_its_undo(string client, string engine)
        => Rule()
            .WithSource(ProfileSource.With(engines: """[PostgreSql("ledger")] // ledger""", body: Lock.Replace("{0}", client) + "\n" + Sync))
            .ShouldBecome(ProfileSource.With(engines: $"""
                [PostgreSql("ledger")] // ledger
                [{engine}]
                """, body: Sync))
            .ValidateAsync();

    [Fact]
    public Task An_engine_that_is_there_already_makes_the_step_needless()
        => Rule()
            .WithSource(ProfileSource.With(body: Lock.Replace("{0}", "[|mysql|] -e") + "\n" + Sync))
            .ShouldBecome(ProfileSource.With(body: Sync))
            .ValidateAsync();

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    public Task Two_steps_for_one_server_become_one_engine(FixAllScope scope)
        => Rule()
            .WithSource(ProfileSource.With(engines: "", body: Step("A", "[|mariadb|] -e 'BACKUP STAGE START'") + "\n" + Step("B", "[|mariadb|] -e 'BACKUP STAGE BLOCK_COMMIT'") + "\n" + Sync))
            .ByFixingAll(scope)
            .ShouldBecome(ProfileSource.With(engines: "[MariaDb(\"mariadb\")]\n", body: Sync))
            .ValidateAsync();

    [Fact]
    public Task The_exclusive_mode_becomes_an_engine_before_those_that_stall_writers_and_the_stop_goes_with_it()
        => new ProjectBuilder(ExclusiveBackupRule.RuleId)
            .WithSource(ProfileSource.With(body: Step("Start", "su postgres -c [|'psql -c \\\"select pg_start_backup(1)\\\"'|]") + "\n" + Step("Stop", "psql -c 'select pg_stop_backup()'", "AfterRelease") + "\n" + Sync))
            .ShouldBecome(ProfileSource.With(engines: """
                [PostgreSql("postgresql")]
                [MariaDb("orders", Mounts = ["/var/lib/mysql"])]
                """, body: Sync))
            .ValidateAsync();

    [Theory]
    [InlineData("[|mysql|] -e 'FLUSH TABLES WITH READ LOCK'; sync")]
    [InlineData("[|mysql|] -e 'FLUSH TABLES WITH READ LOCK; update t set x = 1'")]
    [InlineData("[|mysql|] -h db.example -e 'FLUSH TABLES WITH READ LOCK'")]
    [InlineData("[|mysql|] -u $USER -e 'FLUSH TABLES WITH READ LOCK'")]
    [InlineData("[|mysql|] -u second -e 'FLUSH TABLES WITH READ LOCK'")]
    public Task Where_something_would_be_lost_nothing_is_offered(string step)
        => Rule().WithSource(ProfileSource.With(engines: """[MariaDb("orders"), MySql("users")]""", body: Step("Lock", step))).ShouldNotBeFixed().ValidateAsync();

    [Fact]
    public Task A_step_that_is_named_elsewhere_stays()
        => Rule()
            .WithSource(ProfileSource.With(body: Step("Lock", "[|mysql|] -e 'FLUSH TABLES WITH READ LOCK'").Replace("private", "public")))
            .WithSource("static class Other { public const string Copy = WebShop.Lock; }")
            .ShouldNotBeFixed()
            .ValidateAsync();

    private static string Step(string name, string text, string attribute = "BeforeQuiesce") => $"    [{attribute}] private const string {name} = \"{text}\";";

    private static ProjectBuilder Rule() => new(OneShotLockRule.RuleId);
}
