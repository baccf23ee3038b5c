using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Rules;
using static Quiesce.Analyzers.Tests.Samples.RuleSample;

namespace Quiesce.Analyzers.Tests.Samples;

internal static class EngineSamples
{
    private static readonly string s_longestName = new('a', Limits.MaxNameLength);

    private static readonly string s_longestUnit = new('a', Limits.MaxUnitNameLength - ".service".Length);

    public static readonly RuleSample[] All =
    [
        OfSetting(AtomicEngineWithoutFreezeRule.RuleId, "FsFreezeEnabled = §)]\n[PostgreSql(\"ledger\"", "[|false|]", "true"),
        OfEngine(CoordinatesNotExactRule.RuleId, "[MySql(\"users\", ExactCoordinates = true, Method = §)]", "[|MySqlQuiesce.InstanceLock|]", "MySqlQuiesce.ReadLock"),
        OfEngine(CoordinatesNotExactRule.RuleId, "[MySql(\"users\", ExactCoordinates = §, Method = [|MySqlQuiesce.InstanceLock|])]", "true", "false"),
        OfEngine(ServerPathNotAbsoluteRule.RuleId, "[MariaDb(\"orders\", Client = §)]", "[|\"bin/mariadb\"|]", "\"/bin/mariadb\""),
        OfEngine(ServerPathNotAbsoluteRule.RuleId, "[MySql(\"users\", DefaultsFile = §)]", "[|\"root/my.cnf\"|]", "\"/root/my.cnf\""),
        OfEngine(ServerPathNotAbsoluteRule.RuleId, "[PostgreSql(\"ledger\", PassFile = §)]", "[|\"root/pass\"|]", "\"/root/pass\""),
        OfEngine(ServerPathNotAbsoluteRule.RuleId, "[Redis(\"cache\", Socket = §)]", "[|\"run/redis\"|]", "\"/run/redis\""),
        OfEngine(ServerPathNotAbsoluteRule.RuleId, "[MongoDb(\"carts\", PasswordFile = §)]", "[|\"root/pass\"|]", "\"/root/pass\""),
        OfEngine(ValueLooksLikeOptionRule.RuleId, "[MariaDb(\"orders\", User = §)]", "[|\"-u\"|]", "\"u-\""),
        OfEngine(ValueLooksLikeOptionRule.RuleId, "[MySql(\"users\", Socket = §)]", "[|\"--socket\"|]", "\"/--socket\""),
        OfEngine(ValueLooksLikeOptionRule.RuleId, "[PostgreSql(\"ledger\", Database = §)]", "[|\"-c\"|]", "\"c\""),
        OfEngine(EngineNameUnusableRule.RuleId, "[MariaDb(§)]", "[|\"Orders\"|]", "\"orders\""),
        OfEngine(EngineNameUnusableRule.RuleId, "[MariaDb(§)]", $"[|\"{s_longestName}a\"|]", $"\"{s_longestName}\""),
        OfEngine(EngineNameSharedRule.RuleId, "[PostgreSql(\"orders\"), MariaDb(§)]", "[|\"orders\"|]", "\"orders2\""),
        OfEngine(PortOutsideRangeRule.RuleId, "[MariaDb(\"orders\", Port = §)]", "[|0|]", "1"),
        OfEngine(PortOutsideRangeRule.RuleId, "[Redis(\"cache\", Port = §)]", "[|65536|]", "65535"),
        OfEngine(MethodUndefinedRule.RuleId, "[MariaDb(\"orders\", Method = §)]", "[|(MariaDbQuiesce)2|]", "(MariaDbQuiesce)1"),
        OfEngine(MethodUndefinedRule.RuleId, "[MySql(\"users\", Method = §)]", "[|(MySqlQuiesce)2|]", "(MySqlQuiesce)1"),
        OfEngine(MethodUndefinedRule.RuleId, "[PostgreSql(\"ledger\", Method = §)]", "[|(PostgreSqlQuiesce)2|]", "(PostgreSqlQuiesce)1"),
        OfEngine(MethodUndefinedRule.RuleId, "[MongoDb(\"carts\", Method = §)]", "[|(MongoDbQuiesce)2|]", "(MongoDbQuiesce)1"),
        OfSetting(FreezeOutlastsFailoverRule.RuleId, "FreezeLimitInSeconds = §)]\n[PostgreSql(\"ledger\", FailoverAfterInSeconds = 30", "[|30|]", "29"),
        OfEngine(FailoverTimeNotPositiveRule.RuleId, "[Redis(\"cache\", FailoverAfterInSeconds = §)]", "[|0|]", "1"),
        OfDeclaration(TooManyEnginesRule.RuleId, Engines(Limits.MaxEngines) + "[Redis([|\"last\"|])] static partial class Shop { }", Engines(Limits.MaxEngines) + "static partial class Shop { }"),
        OfEngine(UnitNameUnusableRule.RuleId, "[SystemdUnits(\"workers\", §)]", "[|\"worker\"|]", "\"worker.timer\""),
        OfEngine(UnitNameUnusableRule.RuleId, "[SystemdUnits(\"workers\", \"a.service\", §)]", $"[|\"{s_longestUnit}a.service\"|]", $"\"{s_longestUnit}.service\""),
        OfEngine(StopTimeoutOutsideRangeRule.RuleId, "[SystemdUnits(\"workers\", \"a.service\", StopTimeoutInSeconds = §)]", "[|0|]", "1"),
        OfEngine(StopTimeoutOutsideRangeRule.RuleId, "[SystemdUnits(\"workers\", \"a.service\", StopTimeoutInSeconds = §)]", "[|30|]", "29"),
        OfEngine(FilesOnNoDiskRule.RuleId, "[Redis(\"cache\", Mounts = [§])]", "[|\"/run/redis\"|]", "\"/runner/redis\""),
        OfEngine(ChoiceUndefinedRule.RuleId, "[PostgreSql(\"ledger\", Role = §)]", "[|(RolePolicy)3|]", "(RolePolicy)2"),
        OfEngine(ChoiceUndefinedRule.RuleId, "[MariaDb(\"orders\", LongStatements = §)]", "[|(LongStatementPolicy)3|]", "(LongStatementPolicy)2"),
        OfEngine(ChoiceUndefinedRule.RuleId, "[MySql(\"users\", Cluster = §)]", "[|(MySqlCluster)2|]", "(MySqlCluster)1"),
        OfEngine(PauseWithoutClusterRule.RuleId, "[PostgreSql(\"ledger\", PauseCluster = §)]", "[|true|]", "false"),
        OfEngine(LongStatementAgeNotPositiveRule.RuleId, "[MariaDb(\"orders\", LongStatementInSeconds = §)]", "[|0|]", "1"),
        OfEngine(ClusterRoleUndecidedRule.RuleId, "[PostgreSql(\"ledger\", Cluster = §)]", "[|PostgreSqlCluster.Patroni|]", "PostgreSqlCluster.None"),
        OfEngine(ClusterRoleUndecidedRule.RuleId, "[PostgreSql(\"ledger\", Cluster = [|PostgreSqlCluster.Patroni|], Role = §)]", "RolePolicy.Any", "RolePolicy.PrimaryOnly"),
        OfEngine(BackupModeUnrestorableRule.RuleId, "[PostgreSql(\"ledger\", Method = [|PostgreSqlQuiesce.BackupMode|], LabelDirectory = \"/mnt/l\", RestoreCommand = §)]", "\" \"", "\"cp /mnt/%f %p\""),
        OfEngine(BackupModeUnrestorableRule.RuleId, "[PostgreSql(\"ledger\", Method = [|PostgreSqlQuiesce.BackupMode|], RestoreCommand = \"true\", LabelDirectory = §)]", "\" \"", "\"/mnt/l\""),
        OfEngine(
            BackupModeWithFreezeRule.RuleId,
            "[PostgreSql(\"ledger\", LabelDirectory = \"/mnt/l\", RestoreCommand = \"true\", Method = §)]",
            "[|PostgreSqlQuiesce.BackupMode|]",
            "PostgreSqlQuiesce.Checkpoint"),
    ];

    private static string Engines(int count)
        => "[ConsistencyProfile(\"shop\")] " + string.Concat(Enumerable.Range(0, count).Select(number => $"[Redis(\"e{number}\")] "));
}
