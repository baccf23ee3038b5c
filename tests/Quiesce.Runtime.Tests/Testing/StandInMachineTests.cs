using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.Testing;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Testing;

/// <summary>The real scripts of every engine, against its stand-in.</summary>
public sealed class StandInMachineTests
{
    public static TheoryData<string, string[]> Conversations => new()
    {
        { "mariadb", ["BACKUP STAGE START;", "BACKUP STAGE BLOCK_COMMIT;", "SHOW MASTER STATUS;", "BACKUP STAGE END;", "quit"] },
        { "mysql", ["FLUSH TABLES WITH READ LOCK;", "SHOW BINARY LOG STATUS;", "UNLOCK TABLES;", "quit"] },
        { "postgresql", ["CHECKPOINT;", "SET synchronous_commit = local;", "\\q"] },
        { "postgresql in backup mode", ["pg_switch_wal", "CHECKPOINT;", "pg_backup_start", "pg_backup_stop", "\\q"] },
        { "redis", ["CONFIG SET auto-aof-rewrite-percentage 0", "BGSAVE", "CONFIG SET auto-aof-rewrite-percentage 100", "QUIT"] },
        { "mongodb", ["fsync: 1, lock: true", "fsyncUnlock", "exit"] },
    };

    [Theory]
    [MemberData(nameof(Conversations))]
    public async Task Every_engine_is_brought_to_rest_and_released_in_its_own_words(string kind, string[] inOrder)
    {
        using var machine = new StandInMachine();

        StandInRun run = await machine.RunAsync(Handles.Of(Profile(Engine(kind))), TestContext.Current.CancellationToken);

        Assert.True((run.PreStatus, run.PostStatus) == ("ok", "ok"), run.Log);
        IReadOnlyList<string> said = run.SaidTo("engine");
        int[] places = [.. inOrder.Select(part => said.ToList().FindIndex(statement => statement.Contains(part, StringComparison.Ordinal)))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task A_backup_whose_label_is_not_given_out_fails_though_the_copy_is_made()
    {
        using var machine = new StandInMachine();
        machine.Refuse("engine", "pg_backup_stop", "ERROR:  canceling statement due to statement timeout");

        StandInRun run = await machine.RunAsync(Handles.Of(Profile(Engine("postgresql in backup mode"))), TestContext.Current.CancellationToken);

        Assert.Equal(("ok", "archiving-not-shown"), (run.PreStatus, run.PostStatus));
    }

    [Fact]
    public async Task The_label_is_kept_on_another_device_and_goes_with_the_machine()
    {
        // Somebody else on this machine may run the same test.
        string name = "p" + Guid.NewGuid().ToString("N");
        string[] Labels() => Directory.GetFiles("/dev/shm", "backup_label", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true })
            .Where(file => file.Contains(name, StringComparison.Ordinal)).ToArray();

        using (var machine = new StandInMachine())
        {
            await machine.RunAsync(Handles.Of(Profile(Engine("postgresql in backup mode")) with { Name = name }), TestContext.Current.CancellationToken);
            Assert.StartsWith("START WAL LOCATION: 0/2000028", File.ReadAllText(Assert.Single(Labels())), StringComparison.Ordinal);
        }

        Assert.Empty(Labels());
    }

    [Fact]
    public async Task Units_are_stopped_and_those_that_ran_are_started_again_in_reverse()
    {
        using var machine = new StandInMachine();

        StandInRun run = await machine.RunAsync(Handles.Of(Profile(new SystemdUnitsSpec { Name = "units", Units = (string[])["web.service", "worker.service"], StopTimeoutInSeconds = 5 })), TestContext.Current.CancellationToken);

        Assert.Equal(("ok", "ok"), (run.PreStatus, run.PostStatus));
        Assert.Equal(
            ["stop web.service", "stop worker.service", "start worker.service", "start web.service"],
            run.SaidTo("systemctl").Where(call => call.StartsWith("st", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Steps_and_engines_come_in_the_profiles_order_and_are_undone_in_reverse()
    {
        using var machine = new StandInMachine();
        machine.AddProgram("shop-workers");
        ProfileSpec profile = Profile(Engine("mariadb")) with
        {
            Steps = (StepSpec[])[new StepSpec { Member = "Drain", Phase = StepPhase.BeforeQuiesce, Text = "shop-workers --drain now", TimeoutInSeconds = 5, Undo = new UndoSpec("Resume", "shop-workers --resume") }],
        };

        StandInRun run = await machine.RunAsync(Handles.Of(profile), TestContext.Current.CancellationToken);

        Assert.Equal(
            [("pre", "--drain now"), ("pre", "BACKUP STAGE BLOCK_COMMIT;"), ("post", "BACKUP STAGE END;"), ("post", "--resume")],
            run.Calls.Select(call => (call.Script, call.Text)).Where(call => call.Text.StartsWith("--", StringComparison.Ordinal) || call.Text is "BACKUP STAGE BLOCK_COMMIT;" or "BACKUP STAGE END;"));
    }

    [Fact]
    public async Task A_refused_statement_ends_the_pre_script_with_its_cause_and_undoes_the_steps()
    {
        using var machine = new StandInMachine();
        machine.Refuse("engine", "BLOCK_COMMIT", "ERROR 1205 (HY000) at line 5: Lock wait timeout exceeded");

        StandInRun run = await machine.RunAsync(Handles.Of(Profile(Engine("mariadb"))), TestContext.Current.CancellationToken);

        Assert.Equal(("lock-not-acquired", "pre-did-not-succeed"), (run.PreStatus, run.PostStatus));
        Assert.Contains("Lock wait timeout exceeded", run.Log);
    }

    [Fact]
    public async Task A_program_that_fails_fails_its_step()
    {
        using var machine = new StandInMachine();
        machine.AddProgram("shop-workers", exitStatus: 3);
        ProfileSpec profile = Profile() with { Steps = (StepSpec[])[new StepSpec { Member = "Drain", Phase = StepPhase.BeforeQuiesce, Text = "shop-workers", TimeoutInSeconds = 5 }] };

        Assert.Equal("step-failed", (await machine.RunAsync(Handles.Of(profile), TestContext.Current.CancellationToken)).PreStatus);
    }

    [Fact]
    public async Task One_machine_takes_one_run_after_the_other()
    {
        using var machine = new StandInMachine();
        ProfileHandle profile = Handles.Of(Profile(Engine("postgresql")));

        StandInRun first = await machine.RunAsync(profile, TestContext.Current.CancellationToken);
        StandInRun second = await machine.RunAsync(profile, TestContext.Current.CancellationToken);

        Assert.Equal(first.SaidTo("engine"), second.SaidTo("engine"));
    }

    [Fact]
    public void The_stand_in_is_clean_under_shellcheck()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/shellcheck"), "shellcheck is not installed");
        using var machine = new ScratchFolder();

        Assert.Equal((0, ""), Tool.TryRun("shellcheck", "-s", "sh", StandInClient.Write(machine.Path, "client", "mariadb", "engine")));
    }

    private static ProfileSpec Profile(params EngineSpec[] engines) => CompiledProfile.Sample with { Engines = engines, Steps = default };

    private static EngineSpec Engine(string kind) => kind switch
    {
        "mariadb" => new MariaDbSpec { Name = "engine", Method = MariaDbQuiesce.BackupStage, LockWaitInSeconds = 5, OsUser = "nobody" },
        "mysql" => new MySqlSpec { Name = "engine", Method = MySqlQuiesce.ReadLock, LockWaitInSeconds = 5 },
        "postgresql" => new PostgreSqlSpec { Name = "engine", Method = PostgreSqlQuiesce.Checkpoint, Database = "postgres", OsUser = "postgres" },
        "postgresql in backup mode" => new PostgreSqlSpec { Name = "engine", Method = PostgreSqlQuiesce.BackupMode, Database = "postgres", LabelDirectory = "/mnt/labels", RestoreCommand = "cp /mnt/archive/%f %p" },
        "redis" => new RedisSpec { Name = "engine" },
        _ => new MongoDbSpec { Name = "engine", Method = MongoDbQuiesce.FsyncLock, LockWaitInSeconds = 5 },
    };
}
