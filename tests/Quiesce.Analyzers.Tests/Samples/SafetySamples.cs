using Quiesce.Contract.Rules;
using static Quiesce.Analyzers.Tests.Samples.RuleSample;

namespace Quiesce.Analyzers.Tests.Samples;

internal static class SafetySamples
{
    public static readonly RuleSample[] All =
    [
        OfSetting(FreezeOffRule.RuleId, "ContinueBackupOnFailure = false, FsFreezeEnabled = §", "[|false|]", "true"),
        OfSetting(ContinueWithoutFreezeRule.RuleId, "ContinueBackupOnFailure = true, FsFreezeEnabled = §", "[|false|]", "true"),
        OfSetting(ContinueWithoutFreezeRule.RuleId, "FsFreezeEnabled = [|false|], ContinueBackupOnFailure = §", "true", "false"),
        OfDeclaration(
            NothingComesToRestRule.RuleId,
            "[[|ConsistencyProfile|](\"shop\")] static partial class Shop { }",
            "[ConsistencyProfile(\"shop\"), Redis(\"cache\")] static partial class Shop { }"),
        OfSetting(FolderOnFrozenMountRule.RuleId, "RunDirectory = §", "[|\"/var/lib/mysql/run\"|]", "\"/var/lib/mysql-run\""),
        OfSetting(FolderOnFrozenMountRule.RuleId, "Mounts = [\"/srv\"], LogDirectory = §", "[|\"/srv/log\"|]", "\"/srv2/log\""),
        OfSetting(MountListedTwiceRule.RuleId, "Mounts = [\"/srv\", §]", "[|\"/srv/\"|]", "\"/srv2\""),
        OfEngine(MountListedTwiceRule.RuleId, "[Redis(\"cache\", Mounts = [\"/srv\", §])]", "[|\"/srv\"|]", "\"/srv2\""),
        OfSetting(MountNestedRule.RuleId, "Mounts = [\"/srv\", §]", "[|\"/srv/data\"|]", "\"/srv-data\""),
        OfSetting(MountNotPathRule.RuleId, "Mounts = [§]", "[|\"srv\"|]", "\"/srv\""),
        OfEngine(MountNotPathRule.RuleId, "[Redis(\"cache\", Mounts = [§])]", "[|\"/srv/../data\"|]", "\"/srv/..data\""),
        OfSetting(SelfSnapshottingMountFrozenRule.RuleId, "SelfSnapshottingMounts = [\"/tank\"], Mounts = [§]", "[|\"/tank\"|]", "\"/tank2\""),
        OfSetting(SecretInTextRule.RuleId, "PreScriptParams = [§]", "[|\"password=hunter2\"|]", "\"password=$SECRET\""),
        OfStep(SecretInTextRule.RuleId, "[|\"redis-cli -a hunter2 save\"|]", "\"redis-cli -a $PASS save\""),
        OfEngine(
            LabelInsideSnapshotRule.RuleId,
            "[PostgreSql(\"ledger\", Method = PostgreSqlQuiesce.BackupMode, RestoreCommand = \"true\", Mounts = [\"/srv\"], LabelDirectory = §)]",
            "[|\"/srv/labels\"|]",
            "\"/srv2/labels\""),
    ];
}
