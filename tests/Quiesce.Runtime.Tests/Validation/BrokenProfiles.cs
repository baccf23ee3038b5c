using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Tests.Validation;

/// <summary>One way to break every rule that deployed files can break, with the file to blame and what stands at the place to blame in it.</summary>
internal static class BrokenProfiles
{
    private static readonly (string RuleId, ProfileSpec Profile, string File, string Text)[] s_all =
    [
        ("QSC1001", Host(host => host with { TimeoutInSeconds = 1801 }), ArtifactNames.Config, "1801"),
        ("QSC1002", Host(host => host with { ScriptsExecutionPollTimeSeconds = 6 }), ArtifactNames.Config, "6"),
        ("QSC1003", Host(host => host with { ScriptsExecutionPollTimeSeconds = 5, TimeoutInSeconds = 5 }), ArtifactNames.Config, "5"),
        ("QSC1004", Host(host => host with { PreScriptNoOfRetries = -1 }), ArtifactNames.Config, "-1"),
        ("QSC1005", Host(host => host with { PreScriptNoOfRetries = 99 }), ArtifactNames.Config, "99"),
        ("QSC1006", Host(host => host with { PreScriptLocation = "x/pre.sh" }), ArtifactNames.Config, "\"x/pre.sh\""),
        ("QSC1007", Host(host => host with { PostScriptLocation = "/x/../post.sh" }), ArtifactNames.Config, "\"/x/../post.sh\""),
        ("QSC1008", Host(host => host with { PreScriptLocation = "/tmp/pre.sh" }), ArtifactNames.Config, "\"/tmp/pre.sh\""),
        ("QSC1009", Host(host => host with { PreScriptLocation = "/x.sh", PostScriptLocation = "/x.sh" }), ArtifactNames.Config, "\"/x.sh\""),
        ("QSC1011", CompiledProfile.Sample with { Name = "Web Shop" }, ArtifactNames.Profile, "\"Web Shop\""),
        ("QSC1012", Host(host => host with { PostScriptParams = (string[])["a", "b\nc"] }), ArtifactNames.Config, "\"b\\nc\""),
        ("QSC1013", Run(run => run with { LogDirectory = "log" }), ArtifactNames.Profile, "\"log\""),
        ("QSC1014", Host(host => host with { ContinueBackupOnFailure = false }), ArtifactNames.Config, "false"),
        ("QSC1016", Run(run => run with { SelfSnapshottingMounts = (string[])["/srv/other", "/srv\0"] }), ArtifactNames.Profile, "\"/srv\\u0000\""),
        ("QSC2001", Run(run => run with { LeaseInSeconds = 10 }), ArtifactNames.Profile, "10"),
        ("QSC2002", Run(run => run with { LeaseInSeconds = 301 }), ArtifactNames.Profile, "301"),
        ("QSC2003", Host(host => host with { TimeoutInSeconds = 8 }), ArtifactNames.Config, "8"),
        ("QSC2004", Run(run => run with { FreezeLimitInSeconds = 61 }), ArtifactNames.Profile, "61"),
        ("QSC2005", Engine(new MariaDbSpec { Name = "a", Method = MariaDbQuiesce.ReadLock, LockWaitInSeconds = 0 }), ArtifactNames.Profile, "0"),
        ("QSC2006", Host(host => host with { PostScriptNoOfRetries = 0 }), ArtifactNames.Config, "0"),
        ("QSC2007", CompiledProfile.Sample with { Engines = CompiledProfile.Sample.Engines.Reverse().ToArray() }, ArtifactNames.Profile, "{\n      \"kind\": \"mariadb\""),
        ("QSC2008", Step("true", timeout: 0), ArtifactNames.Profile, "0"),
        ("QSC3002", Host(host => host with { FsFreezeEnabled = false }), ArtifactNames.Config, "false"),
        ("QSC3003", Engine(new MySqlSpec { Name = "a", Method = MySqlQuiesce.InstanceLock, ExactCoordinates = true }), ArtifactNames.Profile, "\"instance-lock\""),
        ("QSC3004", Engine(new PostgreSqlSpec { Name = "a", PassFile = "pass" }), ArtifactNames.Profile, "\"pass\""),
        ("QSC3005", Engine(new PostgreSqlSpec { Name = "a", User = "-x" }), ArtifactNames.Profile, "\"-x\""),
        ("QSC3006", Engine(new PostgreSqlSpec { Name = "A B" }), ArtifactNames.Profile, "\"A B\""),
        ("QSC3007", Engine(new RedisSpec { Name = "orders" }), ArtifactNames.Profile, "\"orders\""),
        ("QSC3008", Engine(new RedisSpec { Name = "a", Port = 65536 }), ArtifactNames.Profile, "65536"),
        ("QSC3009", Engine(new MySqlSpec { Name = "a", Method = (MySqlQuiesce)7 }), ArtifactNames.Profile, "null"),
        ("QSC3010", Engine(new RedisSpec { Name = "a", FailoverAfterInSeconds = 30 }), ArtifactNames.Profile, "60"),
        ("QSC3011", Engine(new RedisSpec { Name = "a", FailoverAfterInSeconds = 0 }), ArtifactNames.Profile, "0"),
        ("QSC3012", CompiledProfile.Sample with { Engines = Enumerable.Range(0, Limits.MaxEngines + 1).Select(EngineSpec (index) => new RedisSpec { Name = $"e{index}" }).ToArray() }, ArtifactNames.Profile, $"\"e{Limits.MaxEngines}\""),
        ("QSC3013", Engine(new SystemdUnitsSpec { Name = "a", Units = (string[])["a.service", "b c"], StopTimeoutInSeconds = 1 }), ArtifactNames.Profile, "\"b c\""),
        ("QSC3014", Engine(new SystemdUnitsSpec { Name = "a", Units = (string[])["a.service"], StopTimeoutInSeconds = 0 }), ArtifactNames.Profile, "0"),
        ("QSC3015", Engine(new RedisSpec { Name = "a", Mounts = (string[])["/run/redis"] }), ArtifactNames.Profile, "\"/run/redis\""),
        ("QSC3016", Engine(new MySqlSpec { Name = "a", Role = (RolePolicy)7 }), ArtifactNames.Profile, "\"\""),
        ("QSC3017", Engine(new MySqlSpec { Name = "a", Cluster = MySqlCluster.None, PauseCluster = true }), ArtifactNames.Profile, "true"),
        ("QSC3018", Engine(new MySqlSpec { Name = "a", LongStatementInSeconds = 0 }), ArtifactNames.Profile, "0"),
        ("QSC3019", Engine(new PostgreSqlSpec { Name = "a", Role = RolePolicy.Any, PauseCluster = false, Cluster = PostgreSqlCluster.Patroni }), ArtifactNames.Profile, "\"patroni\""),
        ("QSC3020", Engine(new PostgreSqlSpec { Name = "a", Method = PostgreSqlQuiesce.BackupMode, LabelDirectory = "/mnt/labels" }), ArtifactNames.Profile, "\"backup-mode\""),
        ("QSC3021", Engine(new PostgreSqlSpec { Name = "a", Method = PostgreSqlQuiesce.BackupMode, LabelDirectory = "/mnt/labels", RestoreCommand = "cp" }), ArtifactNames.Profile, "\"backup-mode\""),
        ("QSC4001", Host(host => host with { FsFreezeEnabled = false, ContinueBackupOnFailure = false }), ArtifactNames.Config, "false"),
        ("QSC4002", Host(host => host with { FsFreezeEnabled = false }), ArtifactNames.Config, "false"),
        ("QSC4003", CompiledProfile.Sample with { Engines = default, Steps = default }, ArtifactNames.Profile, "{\n  \"schemaVersion\""),
        ("QSC4004", Run(run => run with { RunDirectory = "/srv/files/run" }), ArtifactNames.Profile, "\"/srv/files/run\""),
        ("QSC4005", Run(run => run with { Mounts = (string[])["/srv/files", "/srv/files/"] }), ArtifactNames.Profile, "\"/srv/files/\""),
        ("QSC4006", Run(run => run with { Mounts = (string[])["/srv/files", "/srv/files/a"] }), ArtifactNames.Profile, "\"/srv/files/a\""),
        ("QSC4007", Engine(new RedisSpec { Name = "a", Mounts = (string[])["/srv/redis", "redis"] }), ArtifactNames.Profile, "\"redis\""),
        ("QSC4008", Run(run => run with { SelfSnapshottingMounts = (string[])["/srv/files"] }), ArtifactNames.Profile, "\"/srv/files\""),
        ("QSC4009", Host(host => host with { PreScriptParams = (string[])["password=hunter2"] }), ArtifactNames.Config, "\"password=hunter2\""),
        ("QSC4020", Engine(new PostgreSqlSpec { Name = "a", Method = PostgreSqlQuiesce.BackupMode, LabelDirectory = "/srv/files/labels", RestoreCommand = "true" }), ArtifactNames.Profile, "\"/srv/files/labels\""),
        ("QSC5001", Step("echo \"ä\U0001F4BE\"\n)"), ArtifactNames.Profile, ")\""),
        ("QSC5002", Step("true\n[[ -e /x ]]"), ArtifactNames.Profile, "[[ -e"),
        ("QSC5003", Step("true; sleep 9 &"), ArtifactNames.Profile, "&\""),
        ("QSC5004", Step("true\tx; read answer"), ArtifactNames.Profile, "read answer"),
        ("QSC5005", Step("mysql -e 'FLUSH TABLES WITH READ LOCK'"), ArtifactNames.Profile, "mysql -e"),
        ("QSC5006", Step("psql -c \"select pg_start_backup('x')\""), ArtifactNames.Profile, "psql -c"),
        ("QSC5007", Step("true && systemctl stop worker"), ArtifactNames.Profile, "systemctl stop"),
        ("QSC5008", Step("true", undo: new UndoSpec("Gone", null)), ArtifactNames.Profile, "null"),
    ];

    public static IReadOnlyCollection<string> RuleIds { get; } = [.. s_all.Select(broken => broken.RuleId)];

    public static (ProfileSpec Profile, string File, string Text) Of(string ruleId)
    {
        (_, ProfileSpec profile, string file, string text) = s_all.Single(broken => broken.RuleId == ruleId);
        return (profile, file, text);
    }

    private static ProfileSpec Host(Func<HostSettings, HostSettings> broken) => CompiledProfile.Sample with { Host = broken(CompiledProfile.Sample.Host) };

    private static ProfileSpec Run(Func<RunSettings, RunSettings> broken) => CompiledProfile.Sample with { Run = broken(CompiledProfile.Sample.Run) };

    private static ProfileSpec Engine(EngineSpec broken) => CompiledProfile.Sample with { Engines = (EngineSpec[])[.. CompiledProfile.Sample.Engines, broken] };

    private static ProfileSpec Step(string text, int timeout = 5, UndoSpec? undo = null)
        => CompiledProfile.Sample with { Steps = (StepSpec[])[new StepSpec { Member = "Step", Phase = StepPhase.BeforeQuiesce, Text = text, TimeoutInSeconds = timeout, Undo = undo }] };
}
