using System;
using System.IO;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.EndToEnd.Scripts;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Diagnosis;

/// <summary>What <c>quiesce doctor</c> learns of real servers, by the login of a run.</summary>
public sealed class EngineExaminationTests(MariaDbServer mariaDb) : IClassFixture<MariaDbServer>
{
    [Theory]
    [InlineData(nameof(MySqlQuiesce.ReadLock), "REPLICATION CLIENT", "GRANT RELOAD ON *.*")]
    [InlineData(nameof(MySqlQuiesce.InstanceLock), "BACKUP_ADMIN, RELOAD, REPLICATION CLIENT", "GRANT SELECT ON performance_schema.log_status")]
    public void MySql_is_asked_for_its_version_its_privileges_and_its_folder(string method, string some, string theRest)
    {
        using var mySql = new MySqlServer();
        mySql.Server.Query($"CREATE USER stranger; CREATE USER clerk; GRANT {some}, SYSTEM_VARIABLES_ADMIN ON *.* TO stranger, clerk; {theRest} TO clerk");
        var engine = mySql.Engine(Enum.Parse<MySqlQuiesce>(method)) with { Mounts = MountsOf(mySql.Server.Data) };
        using var stranger = new ExaminedMachine(engine with { User = "stranger" });
        using var clerk = new ExaminedMachine(engine with { User = "clerk" });
        using var elsewhere = new ExaminedMachine(engine with { User = "clerk", Mounts = (string[])["/dev/shm"] });

        Assert.Contains("GRANT ", Assert.Single(stranger.Errors).Message, StringComparison.Ordinal);
        Assert.Empty(clerk.Errors);
        Assert.Contains(clerk.Engine, diagnosis => diagnosis.Message.Contains("primary; innodb_flush_log_at_trx_commit=2", StringComparison.Ordinal));
        Assert.Contains(elsewhere.Engine, diagnosis => diagnosis.Severity != RuleSeverity.Info && diagnosis.Message.StartsWith(mySql.Server.Data, StringComparison.Ordinal));
    }


    [Fact]
    public void A_server_that_lets_us_do_everything_is_named_with_its_version_and_durability()
    {
        using var machine = new ExaminedMachine(mariaDb.Engine() with { Mounts = MountsOf(mariaDb.Server.Data) });

        var engine = machine.Engine;

        Assert.All(engine, diagnosis => Assert.Equal(RuleSeverity.Info, diagnosis.Severity));
        Assert.Contains(engine, diagnosis => diagnosis.Message.StartsWith("mariadb 10.", StringComparison.Ordinal) && diagnosis.Message.Contains("innodb_flush_log_at_trx_commit=2", StringComparison.Ordinal));
        Assert.Contains(engine, diagnosis => diagnosis.Message == "this version is verified on a real server");
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
    }

    [Theory]
    [InlineData("", "GRANT RELOAD, BINLOG MONITOR, REPLICA MONITOR ON *.* TO clerk@%")]
    [InlineData("GRANT RELOAD, BINLOG MONITOR, REPLICA MONITOR ON *.* TO clerk", "SUPER")]
    public void A_missing_permission_is_found_without_a_run_and_answered_with_the_statement_that_grants_it(string granted, string needed)
    {
        mariaDb.Server.Query("CREATE OR REPLACE USER clerk; " + granted);
        using var machine = new ExaminedMachine(mariaDb.Engine() with { User = "clerk" });

        Assert.Contains(needed, Assert.Single(machine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_permissions_that_are_named_there_is_nothing_to_complain_about()
    {
        mariaDb.Server.Query("CREATE OR REPLACE USER clerk; GRANT RELOAD, BINLOG MONITOR, REPLICA MONITOR, SUPER ON *.* TO clerk");
        using var machine = new ExaminedMachine(mariaDb.Engine() with { User = "clerk" });

        Assert.Empty(machine.Errors);
    }

    [Theory]
    [InlineData(nameof(RolePolicy.ReplicaOnly), "is a primary, and the profile wants replica-only: a run here is skipped")]
    [InlineData(nameof(RolePolicy.PrimaryOnly), null)]
    public void A_role_for_which_a_run_would_be_skipped_is_said_before_there_is_no_backup(string role, string? said)
    {
        using var machine = new ExaminedMachine(mariaDb.Engine() with { Role = Enum.Parse<RolePolicy>(role), Mounts = MountsOf(mariaDb.Server.Data) });

        var warnings = machine.Engine.Where(diagnosis => diagnosis.Severity == RuleSeverity.Warning).Select(diagnosis => diagnosis.Message).ToArray();

        if (said is null)
            Assert.Empty(warnings);
        else
            Assert.StartsWith(said, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_down_or_refuses_us_is_an_error_in_its_own_words()
    {
        mariaDb.Server.Query("CREATE OR REPLACE USER stranger IDENTIFIED BY 'secret'");
        using var down = new ExaminedMachine(mariaDb.Engine() with { Socket = "/nonexistent/socket" });
        using var refused = new ExaminedMachine(mariaDb.Engine() with { User = "stranger" });

        Assert.Contains("ERROR 2002", Assert.Single(down.Errors).Message, StringComparison.Ordinal);
        Assert.Contains("ERROR 1045", Assert.Single(refused.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_lie_beside_what_is_frozen_are_found_by_their_device()
    {
        using var machine = new ExaminedMachine(mariaDb.Engine() with { Mounts = (string[])["/dev/shm"] });

        Assert.Contains(machine.Engine, diagnosis => diagnosis.Severity == RuleSeverity.Warning && diagnosis.Message.StartsWith(mariaDb.Server.Data, StringComparison.Ordinal));
    }

    [Fact]
    public void An_examination_holds_nobody_up_and_leaves_nothing_behind()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "quiesce-doctor-*");
        using var machine = new ExaminedMachine(mariaDb.Engine());

        Assert.Empty(machine.Errors);

        mariaDb.Server.Query(MariaDbServer.Insert);
        // A server ends a session a moment after its client.
        while (mariaDb.Server.Query("SELECT COUNT(*) FROM information_schema.processlist WHERE command <> 'Daemon'") != "1")
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "quiesce-doctor-*").Except(before));
    }

    [Fact]
    public void PostgreSql_is_asked_whether_the_user_may_make_a_checkpoint_and_where_its_files_lie()
    {
        using var server = new PrivatePostgreSql();
        server.Query("CREATE ROLE stranger LOGIN; CREATE ROLE clerk LOGIN; CREATE ROLE keeper LOGIN; GRANT pg_read_all_settings TO clerk; GRANT pg_checkpoint, pg_read_all_settings TO keeper");
        var engine = new PostgreSqlSpec { Name = "orders", Method = PostgreSqlQuiesce.Checkpoint, SocketDirectory = server.Folder, Database = "postgres", OsUser = "postgres", Mounts = (string[])["/dev/shm"] };
        using var stranger = new ExaminedMachine(engine with { User = "stranger" });
        using var clerk = new ExaminedMachine(engine with { User = "clerk" });
        using var keeper = new ExaminedMachine(engine with { User = "keeper" });

        Assert.Contains(stranger.Errors, error => error.Message.Contains("GRANT pg_checkpoint, pg_read_all_settings TO stranger", StringComparison.Ordinal));
        Assert.Contains(clerk.Errors, error => error.Message.Contains("GRANT pg_checkpoint, pg_read_all_settings TO clerk", StringComparison.Ordinal));
        Assert.Contains(keeper.Engine, diagnosis => diagnosis.Message.Contains("logged in as keeper", StringComparison.Ordinal));
        // Every device of a cluster that is not frozen makes its copy worthless.
        Assert.All(keeper.Errors, error => Assert.Contains("which is not frozen", error.Message, StringComparison.Ordinal));
        Assert.Contains(keeper.Errors, error => error.Message.StartsWith(server.Data + "/pg_wal", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(PostgreSqlCluster.None), "set Cluster = PostgreSqlCluster.Patroni")]
    [InlineData(nameof(PostgreSqlCluster.Patroni), null)]
    public void A_manager_that_a_profile_does_not_name_is_found_by_its_settings(string cluster, string? advice)
    {
        using var server = new PrivatePostgreSql();
        var engine = new PostgreSqlSpec { Name = "orders", Method = PostgreSqlQuiesce.Checkpoint, SocketDirectory = server.Folder, User = "postgres", Database = "postgres", OsUser = "postgres", Mounts = MountsOf(server.Data), PauseCluster = true };
        using var machine = new ExaminedMachine(engine with { Cluster = Enum.Parse<PostgreSqlCluster>(cluster) });
        machine.Make("/etc/patroni");

        var warnings = machine.Engine.Where(diagnosis => diagnosis.Severity == RuleSeverity.Warning).ToArray();

        if (advice is null)
            Assert.Empty(warnings);
        else
            Assert.StartsWith(advice, Assert.Single(warnings).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Redis_is_asked_for_its_role_and_its_folder()
    {
        using var server = new PrivateRedis("--appendonly", "yes");
        using var machine = new ExaminedMachine(new RedisSpec { Name = "orders", Socket = server.Socket, Mounts = (string[])["/dev/shm"] });

        Assert.Contains(machine.Engine, diagnosis => diagnosis.Message.StartsWith("redis ", StringComparison.Ordinal) && diagnosis.Message.Contains("primary; appendonly=1", StringComparison.Ordinal));
        Assert.StartsWith(server.Folder, Assert.Single(machine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MongoDb_is_asked_for_its_version_and_its_folder_and_is_not_locked()
    {
        using var mongosh = new StandInMongosh();
        using var machine = new ExaminedMachine(new MongoDbSpec { Name = "orders", Method = MongoDbQuiesce.FsyncLock, LockWaitInSeconds = 5, Client = mongosh.Program, Mounts = (string[])["/dev/shm"] });

        Assert.Contains(machine.Engine, diagnosis => diagnosis.Message.StartsWith("mongodb 7.0.14", StringComparison.Ordinal));
        Assert.Empty(machine.Errors);
        Assert.DoesNotContain("lock: true", mongosh.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_of_a_kind_that_was_never_tried_for_real_is_said_to_be_one()
    {
        using var machine = new ExaminedMachine(new MongoDbSpec { Name = "orders", Method = MongoDbQuiesce.FsyncLock, LockWaitInSeconds = 5, Client = "/nonexistent/mongosh" });

        Assert.Contains(machine.Engine, diagnosis => diagnosis.Severity == RuleSeverity.Warning && diagnosis.Message.Contains("not verified on a real server", StringComparison.Ordinal));
    }

    /// <summary>The mount that a folder lies on; nothing here is frozen.</summary>
    private static EquatableArray<string> MountsOf(string folder) => (string[])[Programs.Run("findmnt", "--noheadings", "--output", "TARGET", "--target", folder).Trim()];
}
