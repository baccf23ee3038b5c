using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>
/// An attempt that fails when three real servers are already at rest: whoever makes the next one – the script itself, or our own host – begins it on a machine that is as it was. Every attempt's first step
/// looks at the machine and writes down what it finds.
/// </summary>
public sealed class RetriedAttemptTests(MariaDbServer mariaDb) : IClassFixture<MariaDbServer>, IDisposable
{
    private const int LockNotAcquired = 32;

    /// <summary>Durability of the first server, Redis' percentage, sessions of ours in PostgreSQL, whether any keeper but this attempt's is there, whether a row could be written.</summary>
    private const string AsItWas = "2 0|73|0|alone|written";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-attempts-").FullName;
    private readonly PrivatePostgreSql _postgreSql = new();
    private readonly PrivateRedis _redis = new("--appendonly", "yes", "--auto-aof-rewrite-percentage", "73");
    private readonly PrivateMariaDb _blog = WithATable();

    public void Dispose()
    {
        _postgreSql.Dispose();
        _redis.Dispose();
        _blog.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void The_second_attempt_finds_the_machine_as_it_was_and_holds(string shell)
    {
        BlockTheLastEngine();
        using var profile = new DeployedProfile(shell, Profile(retries: 1, obstacleGoesWithAttempt: 2));

        Assert.True(profile.RunPre() == 0, profile.Log);
        var held = MilliSeconds();
        Assert.Equal(0, profile.RunPost());

        AssertOneHold(profile.Record, from: BeginOfAttempt(2), to: held);
        Assert.Single(Directory.GetFiles(profile.StateDirectory + "/runs"));
        AssertReleased(profile, attempts: 2);
    }

    /// <summary>A host that makes the retries gets one attempt at a time, of one run.</summary>
    [Fact]
    public void So_it_does_when_the_host_makes_it()
    {
        BlockTheLastEngine();
        using var profile = new DeployedProfile("dash", Profile(retries: 1, obstacleGoesWithAttempt: 2));
        (string, string)[] host = [("QUIESCE_HOST_RETRIES", "1"), ("QUIESCE_RUN_ID", "the-run")];

        Assert.Equal(LockNotAcquired, profile.RunPre(host));
        Assert.Equal(0, profile.RunPre(host));
        var held = MilliSeconds();
        Assert.Equal(0, profile.RunPost(host));

        AssertOneHold(profile.Record, from: BeginOfAttempt(2), to: held);
        Assert.Single(Directory.GetFiles(profile.StateDirectory + "/runs"));
        AssertReleased(profile, attempts: 2);
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void When_every_attempt_fails_nothing_is_left_of_any(string shell)
    {
        BlockTheLastEngine();
        using var profile = new DeployedProfile(shell, Profile(retries: 2, obstacleGoesWithAttempt: int.MaxValue));

        Assert.Equal(LockNotAcquired, profile.RunPre());

        Assert.StartsWith("blog: the lock was not to be had", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        AssertReleased(profile, attempts: 3);
        Assert.Equal(41, profile.RunPost());
    }

    [Fact]
    public async Task A_run_under_our_own_host_is_proven_by_its_second_attempt()
    {
        BlockTheLastEngine();
        using var profile = UnderOurHost(Profile(retries: 1, obstacleGoesWithAttempt: 2));
        var snapshots = 0;

        var result = await profile.RunAsync(_ => Task.FromResult(snapshots++));

        Assert.True(result.OutcomeNumber == 0, $"{result.Message}\n{profile.Log}");
        Assert.Equal((RecoveryPointLevel.Application, 1), (result.Level, snapshots));
        Assert.Equal(2, result.Proof.Count);
        Assert.Equal([AsItWas, AsItWas], Found());
        Assert.Single(profile.History);
    }

    [Fact]
    public async Task A_run_under_our_own_host_whose_attempts_all_fail_takes_no_snapshot_and_leaves_nothing()
    {
        BlockTheLastEngine();
        using var profile = UnderOurHost(Profile(retries: 1, obstacleGoesWithAttempt: int.MaxValue));

        var result = await profile.RunAsync(_ => throw new InvalidOperationException("there is nothing to take one of"));

        Assert.Equal(OutcomeCatalogue.PreScriptFailed.Name, result.Outcome);
        Assert.Equal(RecoveryPointLevel.None, result.Level);
        Assert.Equal([AsItWas, AsItWas], Found());
        AssertServersAsTheyWere();
    }

    /// <summary>A service that does not come up again is something left behind: no attempt follows, and the post script tries once more.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void What_cannot_be_given_back_ends_the_attempts_and_is_tried_again_by_the_post_script(string shell)
    {
        using var systemctl = new StandInSystemctl();
        systemctl.Start("worker.service");
        systemctl.RefuseToStart("worker.service");
        BlockTheLastEngine();
        var spec = Profile(retries: 2, obstacleGoesWithAttempt: int.MaxValue);
        using var profile = new DeployedProfile(shell, spec with { Engines = (EngineSpec[])[Workers, Blog] });

        Assert.Equal(LockNotAcquired, profile.RunPre(systemctl.InPath));
        Assert.Single(Found());
        Assert.Contains("workers: cannot put back what was; by hand: systemctl start -- worker.service", profile.Log, StringComparison.Ordinal);

        systemctl.AgreeToStart("worker.service");
        Assert.Equal(41, profile.RunPost(systemctl.InPath));
        Assert.True(systemctl.Runs("worker.service"));
        Assert.Equal(["begun", "undone"], Steps());
    }

    [Fact]
    public void So_is_a_step_whose_undo_failed_and_until_then_the_record_says_that_it_is_not_undone()
    {
        BlockTheLastEngine();
        var mended = _folder + "/mended";
        var spec = Profile(retries: 2, obstacleGoesWithAttempt: int.MaxValue);
        var step = spec.Steps[0] with { Undo = new UndoSpec("UndoLook", $"[ -e '{mended}' ] && echo undone >>'{_folder}/steps'") };
        using var profile = new DeployedProfile("dash", spec with { Steps = (StepSpec[])[step] });

        Assert.Equal(LockNotAcquired, profile.RunPre());
        Assert.Single(Found());
        Assert.False(profile.Record.GetProperty("steps")[0].GetProperty("undone").GetBoolean());

        File.WriteAllText(mended, "");
        Assert.Equal(41, profile.RunPost());
        Assert.True(profile.Record.GetProperty("steps")[0].GetProperty("undone").GetBoolean());
        Assert.Equal(["begun", "undone"], Steps());
    }

    /// <summary>What it would find, and put back in its turn, is not what was.</summary>
    [Fact]
    public void A_run_takes_nothing_as_long_as_what_an_earlier_one_left_cannot_be_given_back()
    {
        using var systemctl = new StandInSystemctl();
        systemctl.Start("worker.service");
        systemctl.RefuseToStart("worker.service");
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Workers, mariaDb.Engine() with { Socket = "/nonexistent/socket" }));
        Assert.Equal(30, profile.RunPre(systemctl.InPath));

        Assert.Equal(44, profile.RunPre(systemctl.InPath));

        systemctl.AgreeToStart("worker.service");
        Assert.Equal(30, profile.RunPre(systemctl.InPath));
        Assert.True(systemctl.Runs("worker.service"));
    }

    private static SystemdUnitsSpec Workers => new() { Name = "workers", Units = (string[])["worker.service"], StopTimeoutInSeconds = 5 };

    private MariaDbSpec Blog => new() { Name = "blog", Method = MariaDbQuiesce.ReadLock, Socket = _blog.Socket, User = "root", LockWaitInSeconds = 1 };

    private ProfileSpec Profile(int retries, int obstacleGoesWithAttempt)
    {
        var spec = DeployedProfile.Profile(
            new RedisSpec { Name = "cache", Socket = _redis.Socket },
            new PostgreSqlSpec { Name = "ledger", Method = PostgreSqlQuiesce.Checkpoint, SocketDirectory = _postgreSql.Folder, OsUser = "postgres", Database = "postgres" },
            mariaDb.Engine(),
            Blog);
        return spec with
        {
            Host = spec.Host with { TimeoutInSeconds = 60, PreScriptNoOfRetries = retries },
            Steps = (StepSpec[])
            [
                new()
                {
                    Member = "Look",
                    Phase = StepPhase.BeforeQuiesce,
                    Text = LookAround(obstacleGoesWithAttempt),
                    TimeoutInSeconds = 20,
                    Undo = new UndoSpec("UndoLook", $"echo undone >>'{_folder}/steps'"),
                },
            ],
        };
    }

    /// <summary>Without a freeze there is nothing that an engine which only wants one could show.</summary>
    private ProfileUnderOurHost UnderOurHost(ProfileSpec spec) => new(spec with { Engines = (EngineSpec[])[mariaDb.Engine(), Blog] });

    /// <summary>The script that runs this step is its parent; whoever is a keeper of the same file, of this attempt or of another, says so in its environment.</summary>
    private string LookAround(int obstacleGoesWithAttempt) => $$"""
        echo begun >>'{{_folder}}/steps'
        read -r uptime _ </proc/uptime
        echo "$uptime" >>'{{_folder}}/begins'
        orders() { mariadb --no-defaults --socket='{{mariaDb.Server.Socket}}' --user=root --batch --skip-column-names -e "$1"; }
        blog() { mariadb --no-defaults --socket='{{_blog.Socket}}' --user=root --batch --skip-column-names -e "$1"; }
        script=$(tr '\0' '\n' <"/proc/$PPID/cmdline" | tail -n 1)
        keepers=0 company=alone
        for process in /proc/[0-9]*; do
            grep -qsz '^quiesce_part=keeper$' "$process/environ" && grep -qsz "^$script$" "$process/cmdline" && keepers=$((keepers + 1))
        done
        # Its own may just be starting.
        [ "$keepers" -le 1 ] || company="one of $keepers"
        durability=$(orders 'SELECT CONCAT(@@GLOBAL.innodb_flush_log_at_trx_commit, CHAR(32), @@GLOBAL.sync_binlog)')
        percentage=$(redis-cli -s '{{_redis.Socket}}' CONFIG GET auto-aof-rewrite-percentage | tail -n 1)
        sessions=$(setpriv --reuid=postgres --regid=postgres --clear-groups psql -h '{{_postgreSql.Folder}}' -AtX postgres -c "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'quiesce'")
        write=$(orders '{{MariaDbServer.Insert}}' && blog 'INSERT INTO site.posts VALUES ()' && echo written)
        echo "$durability|$percentage|$sessions|$company|$write" >>'{{_folder}}/found'
        if [ "$(wc -l <'{{_folder}}/found')" -ge {{obstacleGoesWithAttempt.ToString(CultureInfo.InvariantCulture)}} ]; then
            blog "$(blog "SELECT CONCAT('KILL ', id) FROM information_schema.processlist WHERE state = 'User sleep'")"
        fi
        """;

    private static PrivateMariaDb WithATable()
    {
        var server = new PrivateMariaDb();
        server.Query("CREATE DATABASE site; CREATE TABLE site.posts (id INT PRIMARY KEY AUTO_INCREMENT) ENGINE=InnoDB; CREATE TABLE site.pages (id INT PRIMARY KEY) ENGINE=InnoDB; INSERT INTO site.pages VALUES (1)");
        return server;
    }

    /// <summary>A read lock waits for a running update.</summary>
    private void BlockTheLastEngine()
    {
        _ = _blog.Begin("UPDATE site.pages SET id = id WHERE SLEEP(600) = 0");
        _blog.WaitUntilSomebodyWaits("User sleep");
    }

    private string[] Found() => File.ReadAllLines(_folder + "/found");

    private string[] Steps() => File.ReadAllLines(_folder + "/steps");

    private double BeginOfAttempt(int attempt) => Uptime(File.ReadAllLines(_folder + "/begins")[attempt - 1]);

    private static double MilliSeconds() => Uptime(File.ReadAllText("/proc/uptime").Split(' ')[0]);

    private static double Uptime(string seconds) => 1000 * double.Parse(seconds, CultureInfo.InvariantCulture);

    /// <summary>That of the attempt that succeeded, and its steps.</summary>
    private static void AssertOneHold(JsonElement record, double from, double to)
    {
        Assert.Equal("ok", record.GetProperty("result").GetString());
        Assert.Equal(["cache", "ledger", "orders", "blog"], record.GetProperty("engines").EnumerateArray().Select(engine => engine.GetProperty("name").GetString()));
        foreach (var engine in record.GetProperty("engines").EnumerateArray())
            Assert.InRange(engine.GetProperty("stoppedAtMs").GetDouble(), from, to);
        var step = Assert.Single(record.GetProperty("steps").EnumerateArray());
        Assert.True(step.GetProperty("undone").GetBoolean());
    }

    private void AssertReleased(DeployedProfile profile, int attempts)
    {
        profile.WaitUntilEverybodyIsGone();
        Assert.Equal(Enumerable.Repeat(AsItWas, attempts), Found());
        Assert.Equal(Enumerable.Repeat<IEnumerable<string>>(["begun", "undone"], attempts).SelectMany(step => step), Steps());
        AssertServersAsTheyWere();
    }

    private void AssertServersAsTheyWere()
    {
        Assert.True(mariaDb.Server.Begin(MariaDbServer.Insert).Wait(Patience, TestContext.Current.CancellationToken));
        Assert.True(_blog.Begin("INSERT INTO site.posts VALUES ()").Wait(Patience, TestContext.Current.CancellationToken));
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
        Assert.Equal("73", _redis.Command("CONFIG", "GET", "auto-aof-rewrite-percentage").Split('\n').Last());
        Assert.Equal("0", _postgreSql.Query("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'quiesce'"));
    }
}
